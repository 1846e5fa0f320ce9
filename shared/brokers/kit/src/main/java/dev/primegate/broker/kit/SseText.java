package dev.primegate.broker.kit;

import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads an event stream that has ended: what a broker tells of a time that is over. */
public final class SseText {
    /** What the standard knows. It has readers pass over all else; a web page is all else. */
    private static final Pattern LINE =
            Pattern.compile("\\uFEFF?(?:|:.*|(?:data|event|id|retry)(?::.*)?)", Pattern.DOTALL);

    private SseText() {}

    /**
     * Everything it says, in its order.
     *
     * @throws UnreadableException if it is no such stream, its last event is cut, or one has no end
     */
    public static List<SseItem> read(String text) {
        SseLines lines = new SseLines();
        List<SseItem> items = new ArrayList<>();
        try {
            text.lines()
                    .forEach(line -> {
                        check(line);
                        lines.line(line).ifPresent(items::add);
                    });
        } catch (IllegalArgumentException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), e);
        }
        if (lines.isWithinAnEvent()) {
            throw new UnreadableException("the stream is cut within an event", null);
        }
        return List.copyOf(items);
    }

    private static void check(String line) {
        if (!LINE.matcher(line).matches()) {
            throw new UnreadableException("no event stream", null);
        }
    }
}
