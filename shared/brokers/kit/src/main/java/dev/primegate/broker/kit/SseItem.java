package dev.primegate.broker.kit;

/** One thing that an event stream said. */
public sealed interface SseItem {
    /**
     * An event.
     *
     * @param type {@code message} unless the stream names it
     * @param id where to go on from after a reconnect; empty if the stream never said
     */
    record Event(String type, String data, String id) implements SseItem {}

    /**
     * A comment: mostly a sign of life, but some brokers tell in one that they dropped messages.
     */
    record Comment(String text) implements SseItem {}
}
