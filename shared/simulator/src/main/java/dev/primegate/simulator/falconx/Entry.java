package dev.primegate.simulator.falconx;

import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.OrderPost;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Switchboard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Quotes, executions and orders; faults meet what trades, not what only asks. */
final class Entry {
    private static final Set<String> ORDER =
            plus("order_type", "time_in_force", "limit_price", "slippage_bps", "client_order_uuid");

    private final Desk desk;
    private final Switchboard switchboard;

    Entry(Desk desk, Switchboard switchboard) {
        this.desk = desk;
        this.switchboard = switchboard;
    }

    Answer quote(Request request, Version version) {
        Fields fields = read(request, Wish.FIELDS);
        return Answer.json(200, QuoteJson.of(desk.quote(Wish.read(fields, version, true))));
    }

    Answer execute(Request request) {
        Fields fields = read(request, Set.of("fx_quote_id", "side"));
        String id = fields.required("fx_quote_id");
        Side side = Wish.side(fields.required("side"));
        return traded(id, doom -> desk.execute(id, side, doom));
    }

    Answer order(Request request, Version version) {
        Fields fields = read(request, ORDER);
        Wish wish = Wish.read(fields, version, false);
        OneShot shot = OneShot.read(fields);
        return traded(wish.clientOrderId().orElse(""), doom -> desk.order(wish, shot, doom));
    }

    private Answer traded(String named, Function<@Nullable String, Order> deal) {
        if (!named.isEmpty()) {
            switchboard.log().notePost(named);
        }
        return switchboard
                .faults()
                .around(
                        new OrderPost() {
                            @Override
                            public Answer take(@Nullable String doom) {
                                return Answer.json(200, desk.json(deal.apply(doom)));
                            }

                            @Override
                            public Answer refuse(int status, String message) {
                                return FalconXRest.refusal(status, message);
                            }
                        });
    }

    private static Fields read(Request request, Set<String> known) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            throw RefusedException.badRequest("Content-Type must be application/json");
        }
        return Fields.exactly(request.body(), known);
    }

    private static Set<String> plus(String... more) {
        Set<String> names = new HashSet<>(Wish.FIELDS);
        names.addAll(List.of(more));
        return Set.copyOf(names);
    }
}
