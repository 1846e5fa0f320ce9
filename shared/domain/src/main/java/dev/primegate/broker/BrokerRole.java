package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;

/** Something a prime broker can do for us. A broker that cannot does not implement it. */
public interface BrokerRole {
    BrokerId broker();
}
