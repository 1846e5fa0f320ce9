package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;

/** Where money is real: told from the hosts that are called, so no setting can say otherwise. */
@FunctionalInterface
public interface RealMoney {
    /** Whether orders to {@code broker} from here cost money. */
    boolean isAt(BrokerId broker);
}
