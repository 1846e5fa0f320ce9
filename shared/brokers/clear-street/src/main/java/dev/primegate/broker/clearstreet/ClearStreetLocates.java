package dev.primegate.broker.clearstreet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.LocateDesk;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.Turn;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Pass;
import dev.primegate.broker.kit.Replies;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Quantity;
import dev.primegate.runtime.Turns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks Clear Street for stock to borrow. */
@Singleton
class ClearStreetLocates implements LocateDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ClearStreetCalls calls;
    private final ClearStreetConfig config;
    private final ClearStreetMapping mapping;
    private final Turns turns;
    private final Clock clock;

    ClearStreetLocates(
            ClearStreetCalls calls,
            ClearStreetConfig config,
            SymbolMaster symbols,
            Turns turns,
            Clock clock) {
        this.calls = calls;
        this.config = config;
        this.mapping = new ClearStreetMapping(symbols);
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return ClearStreetMapping.BROKER;
    }

    @Override
    public Asked ask(Symbol symbol, Quantity quantity, String reference) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("symbol", symbol.text());
        json.put("quantity", quantity.toString());
        json.put("mpid", config.mpid());
        json.put("reference_id", reference);
        Instant until = clock.instant().plus(PATIENCE);
        Turn turn = turns.await(broker(), calls.rate(), Purpose.READ, until);
        if (!(turn instanceof Turn.Granted)) {
            return new Asked.Refused("not sent: the broker's rate does not allow it now");
        }
        return switch (calls.pass()) {
            case Pass.Shut(String why) -> new Asked.Refused("not sent: no token: " + why);
            case Pass.Open pass -> asked(calls.locate(pass, json.toString()));
        };
    }

    @Override
    public Fetched<Locate> find(String requestId) {
        return switch (Replies.one(
                calls.locateOrder(requestId), ClearStreetMessages.Locate.class)) {
            case Fetched.Failed<ClearStreetMessages.Locate>(String why) ->
                    new Fetched.Failed<>(why);
            case Fetched.Whole<ClearStreetMessages.Locate>(var locate, Instant at) -> {
                try {
                    yield new Fetched.Whole<>(mapping.locate(locate), at);
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    @Override
    public Replied reply(String requestId, boolean accept) {
        String body = "{\"accept\":%b}".formatted(accept);
        Answer answer = calls.replyToLocate(requestId, body);
        if (answer instanceof Answer.Whole whole && whole.status() == 200) {
            return new Replied.Heard();
        }
        return switch (ClearStreetAnswers.toLocate(answer)) {
            case Asked.Refused(String reason) -> new Replied.Refused(reason);
            case Asked.Unknown(String doubt) -> new Replied.Unknown(doubt);
            case Asked.Taken _ -> new Replied.Heard();
        };
    }

    private Asked asked(Answer answer) {
        if (!(answer instanceof Answer.Whole whole) || whole.status() != 200) {
            return ClearStreetAnswers.toLocate(answer);
        }
        try {
            return new Asked.Taken(
                    mapping.locate(
                            BrokerJson.read(whole.body(), ClearStreetMessages.Locate.class)));
        } catch (UnreadableException e) {
            return new Asked.Unknown("answered 200, but: " + e.getMessage());
        }
    }
}
