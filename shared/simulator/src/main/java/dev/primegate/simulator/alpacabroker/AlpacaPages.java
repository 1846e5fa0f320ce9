package dev.primegate.simulator.alpacabroker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Balance;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Quote;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Request;
import java.time.Clock;
import java.util.List;

/** What the account holds, and what time it is. */
final class AlpacaPages {
    private final Engine engine;
    private final Clock clock;

    AlpacaPages(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** The exchange is open whenever somebody tries it. */
    Answer clock(Request request) {
        return Answer.json(
                200,
                Json.object().put("timestamp", clock.instant().toString()).put("is_open", true));
    }

    Answer account(Request request) {
        String cash = held("USD").toString();
        return Answer.json(
                200,
                Json.object()
                        .put("status", "ACTIVE")
                        .put("currency", "USD")
                        .put("cash", cash)
                        .put("buying_power", cash)
                        .put("multiplier", "1"));
    }

    Answer positions(Request request) {
        List<ObjectNode> positions =
                Instruments.stocks().stream()
                        .filter(stock -> held(stock.id()).signum() != 0)
                        .map(this::position)
                        .toList();
        return Answer.json(200, Json.array(positions, each -> each));
    }

    /** Valued at the market: at what it was bought is not simulated. */
    private ObjectNode position(Instrument stock) {
        Decimal10 quantity = held(stock.id());
        Quote quote = engine.quote(stock);
        return Json.object()
                .put("symbol", stock.id())
                .put("asset_class", "us_equity")
                .put("qty", quantity.toString())
                .put("side", quantity.signum() > 0 ? "long" : "short")
                .put("avg_entry_price", quote.mid().toString());
    }

    private Decimal10 held(String asset) {
        return engine.balances().stream()
                .filter(balance -> balance.asset().code().equals(asset))
                .map(Balance::amount)
                .findFirst()
                .orElse(Decimal10.ZERO);
    }
}
