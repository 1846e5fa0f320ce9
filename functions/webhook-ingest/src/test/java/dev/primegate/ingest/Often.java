package dev.primegate.ingest;

import java.time.Duration;
import java.util.List;

/** Prices every two seconds. */
record Often(List<PublishPrice.Config.Feed> feeds) implements PublishPrice.Config {
    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }
}
