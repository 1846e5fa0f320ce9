package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.time.LocalDate;
import java.util.Optional;

/** How often brokers were called on each day. */
public interface RateDays {
    Optional<RateDay> find(BrokerId broker, LocalDate day);

    /** Puts {@code next} if what is there is as it was seen; whether it was. */
    boolean replace(Optional<RateDay> seen, RateDay next);
}
