package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.wire.NewsLine;

/** What one reader is told: what he asked for again, and what happens. */
final class TradeStream {
    private final TradeLog log;
    private final Span span;
    private final NewsLine line;
    private int next;
    private long said = -1;

    TradeStream(TradeLog log, Span span, NewsLine line, int begin) {
        this.log = log;
        this.span = span;
        this.line = line;
        this.next = begin;
    }

    /** Says everything that was not said. */
    void tell() {
        for (TradeLog.Event event : log.from(next)) {
            next++;
            if (span.holds(event)) {
                line.say("trades", number -> dropped(number) + event.text());
            }
        }
    }

    void beat() {
        line.say("heartbeat", number -> dropped(number) + ":heartbeat\n\n");
    }

    /** Numbers are not told; what is missing among them is, in a comment. */
    private String dropped(long number) {
        long missing = number - said - 1;
        said = number;
        return missing > 0
                ? ": you are reading too slowly, dropped %d messages\n\n".formatted(missing)
                : "";
    }
}
