package dev.primegate.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Two ways of doing the same, in turns: what disturbs this machine disturbs both alike. */
final class Contest {
    private final Way product;
    private final Way byHand;
    private final Runnable between;
    private int next = 1;

    /** {@code between} is done before each pair, and not measured. */
    Contest(Way product, Way byHand, Runnable between) {
        this.product = product;
        this.byHand = byHand;
        this.between = between;
    }

    /** One order; no two have the same number. */
    interface Way {
        Object order(int number) throws IOException, InterruptedException;
    }

    /**
     * Nanoseconds of each order.
     *
     * @param added by which the product's took longer than its neighbour
     */
    record Times(Samples product, Samples byHand, Samples added) {}

    /** Bytes allocated for one order. */
    record Bytes(long product, long byHand) {}

    /** A B, B A, A B, and so on. */
    Times times(int pairs) throws IOException, InterruptedException {
        long[] products = new long[pairs];
        long[] byHands = new long[pairs];
        long[] added = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            between.run();
            if (i % 2 == 0) {
                products[i] = time(product);
                byHands[i] = time(byHand);
            } else {
                byHands[i] = time(byHand);
                products[i] = time(product);
            }
            added[i] = products[i] - byHands[i];
        }
        return new Times(Samples.of(products), Samples.of(byHands), Samples.of(added));
    }

    /**
     * In runs of half as many orders each, A B B A, for single orders cannot be told apart. The
     * product's process also holds the table and the broker; what these allocate is what it
     * allocates while orders are made by hand, and is taken off.
     */
    Bytes bytes(int orders, LongSupplier allocatedByProduct)
            throws IOException, InterruptedException {
        ThreadMXBean own = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int half = Math.ceilDiv(orders, 2);
        long begin = allocatedByProduct.getAsLong();
        run(product, half);
        long handBegin = allocatedByProduct.getAsLong();
        long ownBegin = own.getTotalThreadAllocatedBytes();
        run(byHand, 2 * half);
        long ownEnd = own.getTotalThreadAllocatedBytes();
        long handEnd = allocatedByProduct.getAsLong();
        run(product, half);
        long end = allocatedByProduct.getAsLong();
        long around = handEnd - handBegin;
        return new Bytes(
                (end - begin - 2 * around) / (2L * half), (ownEnd - ownBegin) / (2L * half));
    }

    private void run(Way way, int orders) throws IOException, InterruptedException {
        for (int i = 0; i < orders; i++) {
            between.run();
            var _ = time(way);
        }
    }

    private long time(Way way) throws IOException, InterruptedException {
        int number = next++;
        long begun = System.nanoTime();
        var _ = way.order(number);
        return System.nanoTime() - begun;
    }
}
