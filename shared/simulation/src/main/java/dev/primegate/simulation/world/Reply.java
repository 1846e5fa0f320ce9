package dev.primegate.simulation.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer that is on its way, and perhaps never comes. */
public final class Reply<T> {
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable T value;

    /** The first answer counts. */
    public void complete(T answer) {
        if (value == null) {
            value = answer;
            waiting.forEach(Runnable::run);
            waiting.clear();
        }
    }

    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    void whenThere(Runnable then) {
        waiting.add(then);
    }
}
