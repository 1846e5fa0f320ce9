package dev.primegate.simulation;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.JournalId;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Leg;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What a back office tells the journal in one seed: an entry of some kinds, or of all. */
final class Entries {
    private static final Account ALPHA = Plan.ACCOUNTS.getFirst();
    private static final Account BETA = Plan.ACCOUNTS.getLast();
    private static final Symbol BITCOIN = Plan.SYMBOLS.getFirst();
    private static final Symbol ETHER = Plan.SYMBOLS.getLast();

    private static final List<JournalKind> KINDS = List.of(JournalKind.values());

    private Entries() {}

    static List<FeedPlan.Entry> draw(SplittableRandom random) {
        return IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(number ->
                        new FeedPlan.Entry(
                                entry(number, KINDS.get(random.nextInt(KINDS.size()))),
                                Duration.ofMillis(random.nextLong(FeedPlan.TRADING.toMillis())),
                                random.nextInt(4) > 0))
                .toList();
    }

    private static JournalEntry entry(int number, JournalKind kind) {
        return new JournalEntry(
                Plan.TENANT,
                new JournalId("entry-" + number),
                kind,
                World.START,
                switch (kind) {
                    case OPENING -> List.of(leg(ALPHA, Tape.BROKER, BITCOIN, "3", "270"));
                    case TRANSFER ->
                            List.of(
                                    leg(ALPHA, Tape.BROKER, BITCOIN, "-1.5", "-150"),
                                    leg(BETA, HookSender.BROKER, BITCOIN, "1.5", "150"));
                    case CORPORATE_ACTION ->
                            List.of(leg(ALPHA, HookSender.BROKER, BITCOIN, "2", "0"));
                    case CONVERSION ->
                            List.of(
                                    leg(ALPHA, HookSender.BROKER, BITCOIN, "-1", "-100"),
                                    leg(ALPHA, HookSender.BROKER, ETHER, "20", "100"));
                    case FEE -> List.of(leg(ALPHA, Tape.BROKER, BITCOIN, "-0.1", "0"));
                    case ADJUSTMENT -> List.of(leg(ALPHA, Tape.BROKER, BITCOIN, "-0.5", "-50"));
                },
                "simulation");
    }

    private static Leg leg(
            Account account, BrokerId broker, Symbol symbol, String quantity, String value) {
        return new Leg(
                new PositionId(Plan.TENANT, account, broker, symbol),
                Decimal10.of(quantity),
                Decimal10.of(value),
                Optional.empty());
    }
}
