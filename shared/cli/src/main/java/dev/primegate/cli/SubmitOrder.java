package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends one order. What is not said is not sent: no side, size or life has a default. */
@Command(
        name = "submit",
        description = {
            "Send one order.",
            "Status 3 and UNKNOWN: the broker may have it; wait, and send nothing again."
        })
final class SubmitOrder implements Verb {
    private final Desk desk;

    @Mixin Caution caution = new Caution();

    @Option(
            names = "--id",
            description = "Its clOrdId; repeat it to ask again without a second order.")
    @Nullable String id;

    @Option(names = "--account", required = true)
    String account = "";

    @Option(names = "--symbol", required = true)
    String symbol = "";

    @Option(names = "--side", required = true, description = "BUY, SELL or SELL_SHORT.")
    String side = "";

    @Option(
            names = "--type",
            defaultValue = "LIMIT",
            description = "${DEFAULT-VALUE}, or as the API has it.")
    String type = "";

    @Option(names = "--tif", required = true, description = "DAY, GTC, IOC, FOK or GTD.")
    String timeInForce = "";

    @Option(names = "--qty", description = "In units; this or --cash.")
    @Nullable String quantity;

    @Option(names = "--cash", description = "In what it is priced in.")
    @Nullable String cash;

    @Option(names = "--price", description = "Of a limit.")
    @Nullable String price;

    @Option(names = "--stop", description = "Of a stop.")
    @Nullable String stop;

    @Option(names = "--max-slippage-bps", description = "Of a market or stop order.")
    @Nullable Integer slippage;

    @Option(names = "--desk", required = true, description = "Whose order it is.")
    String owner = "";

    @Option(names = "--trader", required = true, description = "Who sends it.")
    String trader = "";

    @Option(
            names = "--set",
            paramLabel = "FIELD=TEXT",
            description = "Any other field of the API, such as expireTime or execInst.")
    Map<String, String> others = new LinkedHashMap<>();

    SubmitOrder(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        String name = Optional.ofNullable(id).orElseGet(desk::freshId);
        if (id == null) {
            desk.say(
                    "clOrdId %s: to ask again and never send twice, add --id %s"
                            .formatted(name, name));
        }
        return desk.change(Change.of("POST", "/v1/orders", body(name)), caution, Words::order);
    }

    private ObjectNode body(String name) {
        ObjectNode body =
                Json.object()
                        .put("account", account)
                        .put("clOrdId", name)
                        .put("symbol", symbol)
                        .put("side", side)
                        .put("ordType", type)
                        .put("timeInForce", timeInForce)
                        .put("desk", owner)
                        .put("trader", trader);
        put(body, "orderQty", quantity);
        put(body, "cashOrderQty", cash);
        put(body, "price", price);
        put(body, "stopPx", stop);
        Optional.ofNullable(slippage).ifPresent(bps -> body.put("maxSlippageBps", bps));
        others.forEach(body::put);
        return body;
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(text -> body.put(field, text));
    }
}
