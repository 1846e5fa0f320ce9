package dev.primegate.submit;

import java.time.Duration;

/** The function's settings as they are if nobody sets them, but for the preview. */
record SubmitSettings(boolean preview) implements SubmitConfig {
    @Override
    public Duration timeout() {
        return Duration.ofSeconds(29);
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(3);
    }

    @Override
    public int batchParallel() {
        return 1;
    }
}
