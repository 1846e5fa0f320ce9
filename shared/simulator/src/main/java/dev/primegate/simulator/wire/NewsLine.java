package dev.primegate.simulator.wire;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What is said on one socket: numbered from 0, and with the faults asked for. */
public final class NewsLine {
    private final Line line;
    private final NewsFaults faults;
    private @Nullable String held;
    private long next;

    public NewsLine(Line line, NewsFaults faults) {
        this.line = line;
        this.faults = faults;
    }

    /** Says on {@code channel} what {@code message} makes of the number. */
    public void say(String channel, LongFunction<String> message) {
        NewsFaults.Fate fate = faults.fate(channel);
        if (fate == NewsFaults.Fate.UNSAID) {
            return;
        }
        next += faults.takeSkip(channel);
        String text = message.apply(next++);
        switch (fate) {
            case SENT -> send(text);
            case SENT_TWICE -> {
                send(text);
                send(text);
            }
            case HELD -> hold(text);
            case LOST, UNSAID -> {}
        }
    }

    private void hold(String text) {
        if (held == null) {
            held = text;
        } else {
            send(text);
        }
    }

    /** What was held back goes out after whatever comes next. */
    private void send(String text) {
        line.send(text);
        if (held != null) {
            String late = held;
            held = null;
            line.send(late);
        }
    }
}
