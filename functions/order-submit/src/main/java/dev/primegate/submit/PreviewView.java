package dev.primegate.submit;

import dev.primegate.broker.Preview;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Money;
import dev.primegate.order.NewOrder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an order would cost now, as its broker says. */
@Schema(name = "OrderPreview")
record PreviewView(
        String broker,
        @Schema(description = "Best price to sell at") String bidPx,
        @Schema(description = "Best price to buy at") String offerPx,
        @Schema(description = "At which all of it would fill") String avgPx,
        @Schema(description = "How much worse than the best price that is, in basis points, up")
                int slippageBps,
        @Schema(description = "If the broker says so") Optional<String> commission,
        @Schema(description = "What would be paid or got, fees included") String total,
        @Schema(description = "Of commission and total") String currency) {

    static PreviewView of(BrokerId broker, NewOrder order, Preview preview) {
        return new PreviewView(
                broker.name(),
                preview.bidPx().toString(),
                preview.offerPx().toString(),
                preview.averagePx().toString(),
                preview.slippageBps(order.side()),
                preview.commission().map(Money::amount).map(Object::toString),
                preview.total().amount().toString(),
                preview.total().asset().code());
    }
}
