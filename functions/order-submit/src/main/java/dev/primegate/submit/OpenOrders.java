package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The caller's orders that may still trade, oldest first.
 *
 * @param open at most 200 of them
 * @param openCount how many there are
 * @param latest how the caller's latest orders went, 100 of each account, broker by broker
 */
@RegisterForReflection
@Schema(name = "OpenOrders")
public record OpenOrders(List<OrderView> open, int openCount, List<Tally> latest) {
    /** How many of a broker's latest orders it rejected. */
    @RegisterForReflection
    @Schema(name = "OrderTally")
    public record Tally(String broker, int orders, int rejected) {}
}
