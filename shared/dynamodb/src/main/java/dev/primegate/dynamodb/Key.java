package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.audit.Trail;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakScope;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.JournalId;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.PositionId;
import dev.primegate.order.Account;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderId;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Tenant;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.watch.AskedJob;
import dev.primegate.watch.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where an item stands in the table. Every key is made here and nowhere else. */
record Key(String pk, String sk) {
    /** Behind whatever may follow in a sort key. */
    static final String LAST = "~";

    /** How the sort keys of halts' cases begin. */
    static final String HALT_CASES = "C#";

    /** How the sort keys of breaks begin. */
    static final String BREAKS = "B#";

    /** How the sort keys of steps begin. */
    private static final String STEPS = "H#";

    /** No step has a later place than that. */
    static final long LAST_STEP = 9_999_999_999L;

    /** How the sort keys of notes of halts begin. */
    static final String HALT_NOTES = "N#";

    /** The partition of the account master. */
    static final String ACCOUNTS = "ACC";

    /** The partition of what brokers say of our balances. */
    static final String BALANCES = "BAL";

    /** Begins the partition of each account's tape. */
    static final String TAPE = "TAPE#";

    /** How the sort keys of closing prices begin. */
    static final String CLOSE = "P#";

    /** How the sort keys of a trouble's memberships begin. */
    static final String MEMBERS = "M#";

    /** The partition of what is wrong now. */
    static final String OPEN_INCIDENTS = "INC";

    /** The partition of silences. */
    static final String SILENCES = "SIL";

    /** The partition of when jobs ended. */
    static final String JOB_RUNS = "RUN";

    /** The partition of the jobs that are wanted before their time. */
    static final String JOB_ASKS = "ASK";

    /** The partition of what the watchers have told of. */
    static final String WATCHES = "WATCH";

    private static final String SINGLE = "S";

    static Key order(OrderId id) {
        return new Key("O#" + id, SINGLE);
    }

    static Key history(OrderId id, long version) {
        return new Key("O#" + id, "H#%010d".formatted(version));
    }

    /** The head of a trail; its steps stand behind it. */
    static Key trail(Trail trail) {
        return new Key("AU#" + trail, SINGLE);
    }

    static Key step(Trail trail, long version) {
        return new Key(trail(trail).pk(), STEPS + "%010d".formatted(version));
    }

    static Key execution(OrderId id, ExecId execution) {
        return new Key("O#" + id, "F#" + execution);
    }

    static Key bust(OrderId id, ExecId execution) {
        return new Key("O#" + id, "B#" + execution);
    }

    static Key denial(OrderId id, Instant at) {
        return new Key("O#" + id, "X#" + Times.text(at));
    }

    /** Whose an execution is, once and for all orders of the broker. */
    static Key claim(BrokerId broker, ExecId execution) {
        return new Key("E#" + broker + "#" + execution, SINGLE);
    }

    /** The partition of an account's tape: its lines by their own time. */
    static String tape(Tenant tenant, Account account) {
        return TAPE + tenant + "/" + account;
    }

    static Key line(Line line) {
        return new Key(
                tape(line.position().tenant(), line.position().account()),
                Times.text(line.at()) + "#" + line.id());
    }

    /** The partition of what an account's positions had cost, up to some line of its tape. */
    static String costs(Tenant tenant, Account account) {
        return "COST#" + tenant + "/" + account;
    }

    static Key cost(PositionId id) {
        return new Key(costs(id.tenant(), id.account()), id.broker() + "#" + id.symbol());
    }

    static Key journal(Tenant tenant, JournalId id) {
        return new Key("J#" + tenant + "#" + id, SINGLE);
    }

    /** The partition of a broker's orders that did not come from here. */
    static String externals(BrokerId broker) {
        return "EXT#" + broker;
    }

    static Key external(BrokerId broker, BrokerOrderId order) {
        return new Key(externals(broker), order.text());
    }

    static Key alias(BrokerId broker, BrokerOrderId id) {
        return new Key("P#" + broker + "#" + id, SINGLE);
    }

    /** The account's headroom; its notional and open orders are split over shards. */
    static Key risk(NewOrder order) {
        return new Key("R#" + order.tenant() + "/" + order.account() + "#0", SINGLE);
    }

    /** The account's headroom in one instrument. */
    static Key symbolRisk(NewOrder order) {
        return symbolRisk(order.tenant(), order.account(), order.symbol());
    }

    static Key symbolRisk(Tenant tenant, Account account, Symbol symbol) {
        return new Key("R#" + tenant + "/" + account + ":" + symbol, SINGLE);
    }

    static Key duplicate(String intent) {
        return new Key("D#" + intent, SINGLE);
    }

    static Key quote(QuoteId id) {
        return new Key("Q#" + id, SINGLE);
    }

    /** Which order takes the quote. */
    static Key quoteTaken(QuoteId id) {
        return new Key("Q#" + id, "U");
    }

    /** The account's orders within one window of this length. */
    static Key rate(NewOrder order, Duration window, Instant begin) {
        return new Key(
                "RL#%s/%s#%d#%s"
                        .formatted(
                                order.tenant(),
                                order.account(),
                                window.toSeconds(),
                                begin.getEpochSecond()),
                SINGLE);
    }

    /** That the account has outgrown the ramp. */
    static Key rampLift(Tenant tenant, Account account) {
        return new Key("LIM#" + tenant + "/" + account, "RAMP");
    }

    static Key position(PositionId id) {
        return new Key(positions(id.tenant(), id.account()), id.broker() + "#" + id.symbol());
    }

    /** The partition of an account's positions. */
    static String positions(Tenant tenant, Account account) {
        return "POS#" + tenant + "/" + account;
    }

    static Key balances(BrokerId broker) {
        return new Key(BALANCES, broker.name());
    }

    static Key account(Tenant tenant, Account account) {
        return new Key(ACCOUNTS, tenant + "/" + account);
    }

    static Key reference(Symbol symbol) {
        return new Key("REF#" + symbol, SINGLE);
    }

    /** The most an account had made. */
    static Key peak(Tenant tenant, Account account) {
        return new Key("PEAK#" + tenant + "/" + account, SINGLE);
    }

    /** What a broker says of our margin there, by one of its models. */
    static Key margin(BrokerId broker, MarginState.Model model) {
        return new Key("MGN#" + broker, model.name());
    }

    /** What it last said on that day. */
    static Key margin(BrokerId broker, MarginState.Model model, LocalDate day) {
        return new Key(margin(broker, model).pk(), model.name() + "#" + day);
    }

    /** How often a broker was called on that day. */
    static Key rateDay(BrokerId broker, LocalDate day) {
        return new Key("RD#" + broker, day.toString());
    }

    /** The partition of prices as that day ended. */
    static String closes(LocalDate day) {
        return "CLOSE#" + day;
    }

    static Key close(LocalDate day, Symbol symbol) {
        return new Key(closes(day), CLOSE + symbol);
    }

    static Key alert(String id) {
        return new Key("AE#" + id, SINGLE);
    }

    /** What is known of one trouble. */
    static Key incident(String dedupKey) {
        return new Key("A#" + dedupKey, SINGLE);
    }

    /** What a trouble is within an incident. */
    static Key member(String dedupKey, String incident) {
        return new Key(incident(dedupKey).pk(), MEMBERS + incident);
    }

    static Key openIncident(String incident) {
        return new Key(OPEN_INCIDENTS, incident);
    }

    /** The partition of what ended on that day. */
    static String endedIncidents(LocalDate day) {
        return OPEN_INCIDENTS + "#" + day;
    }

    static Key endedIncident(String incident, Instant at) {
        return new Key(
                endedIncidents(LocalDate.ofInstant(at, ZoneOffset.UTC)),
                Times.text(at) + "#" + incident);
    }

    static Key silence(String id) {
        return new Key(SILENCES, id);
    }

    static Key jobRun(String job) {
        return new Key(JOB_RUNS, job);
    }

    static Key jobAsk(AskedJob job) {
        return new Key(JOB_ASKS, job.name());
    }

    static Key watch(Standing standing) {
        return new Key(WATCHES, standing.rule() + ":" + standing.scope());
    }

    /** One alert of an incident. */
    static Key noted(Alert alert) {
        return new Key(incident(alert.dedupKey()).pk(), notedAt(alert.at()) + "#" + alert.id());
    }

    /** How the sort keys of alerts at that time begin. */
    static String notedAt(Instant at) {
        return "E#" + Times.text(at);
    }

    static Key parked(BrokerId broker, String eventId) {
        return new Key("N#" + broker, "P#" + eventId);
    }

    static Key quarantined(BrokerId broker, String eventId) {
        return new Key("N#" + broker, "Q#" + eventId);
    }

    static Key taken(BrokerId broker, String messageId) {
        return new Key("W#" + broker + "#" + messageId, SINGLE);
    }

    /** Who reads a broker's feed, and how far it was read. */
    static Key feed(BrokerId broker) {
        return new Key("CUR#" + broker, SINGLE);
    }

    /** How much failed in a minute. */
    static Key failures(Instant minute) {
        return new Key("FAIL", failuresOf(minute));
    }

    static String failuresOf(Instant minute) {
        return "M#" + Times.text(minute.truncatedTo(ChronoUnit.MINUTES));
    }

    /** How often a broker was called in the second that begins then. */
    static Key rate(BrokerId broker, Instant second) {
        return new Key("RL#" + broker + "#" + second.getEpochSecond(), SINGLE);
    }

    /** Whether a broker may be called. */
    static Key broker(BrokerId broker) {
        return new Key("B#" + broker, SINGLE);
    }

    /** A broker's token, shared by all that use one credential. */
    static Key token(String name) {
        return new Key("T#" + name, SINGLE);
    }

    /** Which scopes are halted; what is born later is born with them. */
    static Key halts() {
        return new Key("HALT", SINGLE);
    }

    /** Every headroom item there is, so that a halt reaches all of them. */
    static Key haltMembers() {
        return new Key("HALT", "MEMBERS");
    }

    /** Who halted a scope last, and why; whether a resume waits. */
    static Key haltCase(HaltScope scope) {
        return new Key("HALT", HALT_CASES + scope);
    }

    /** A step that was taken with a halt. */
    static Key haltNote(HaltNote note) {
        return new Key(
                "HALT",
                HALT_NOTES + Times.text(note.at()) + "#" + note.scope() + "#" + note.step());
    }

    /** The newest run over a scope of breaks. */
    static Key breakRun(BreakScope scope) {
        return new Key(breaks(scope.digest()), "RUN");
    }

    static Key breakOf(BreakId id) {
        return new Key(breaks(id.scope()), BREAKS + id);
    }

    static Key breakNote(BreakId id, long version) {
        return new Key(breaks(id.scope()), breakNotes(id) + "%010d".formatted(version));
    }

    /** The partition of a scope's breaks. */
    static String breaks(String scope) {
        return "BK#" + scope;
    }

    /** How the sort keys of a break's notes begin. */
    static String breakNotes(BreakId id) {
        return "N#" + id + "#";
    }

    Map<String, AttributeValue> attributes() {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }
}
