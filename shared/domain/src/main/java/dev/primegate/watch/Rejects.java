package dev.primegate.watch;

import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import java.util.Collection;

/** How many of some orders their broker rejected. */
public record Rejects(int orders, int rejected) {
    public static final Rejects NONE = new Rejects(0, 0);

    /** Of fewer orders no share is worth a word. */
    private static final int ENOUGH = 20;

    private static final int PERCENT = 5;
    private static final int TIMES = 3;

    public static Rejects of(Collection<Order> orders) {
        return new Rejects(
                orders.size(),
                (int) orders.stream().filter(o -> o.status() == OrderStatus.REJECTED).count());
    }

    /** Whether it is more than anybody expects; then what is usual is worth asking. */
    public boolean isHigh() {
        return orders >= ENOUGH && rejected * 100L > (long) PERCENT * orders;
    }

    /** Whether it is high, and a sudden rise over what was {@code usual} before. */
    public boolean isSpikeOver(Rejects usual) {
        boolean known = usual.orders >= ENOUGH;
        return isHigh()
                && (!known
                        || (long) rejected * usual.orders > (long) TIMES * usual.rejected * orders);
    }
}
