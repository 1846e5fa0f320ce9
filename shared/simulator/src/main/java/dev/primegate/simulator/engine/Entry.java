package dev.primegate.simulator.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.primegate.money.Decimal10;

/** A line of the journal: something that happened. The book is what they add up to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Entry.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = Entry.Woken.class, name = "woken"),
    @JsonSubTypes.Type(value = Entry.Cancelling.class, name = "cancelling"),
    @JsonSubTypes.Type(value = Entry.Filled.class, name = "filled"),
    @JsonSubTypes.Type(value = Entry.Pinned.class, name = "pinned"),
    @JsonSubTypes.Type(value = Entry.Manual.class, name = "manual")
})
sealed interface Entry {
    record Accepted(Order order) implements Entry {}

    /** The order went to another status, other than by a fill. */
    record Moved(String orderId, Status status, String reason) implements Entry {}

    record Woken(String orderId) implements Entry {}

    record Cancelling(String orderId) implements Entry {}

    /** An execution, and where it leaves its order. */
    record Filled(Fill fill, Status status) implements Entry {}

    record Pinned(Instrument instrument, Decimal10 price) implements Entry {}

    record Manual(boolean on) implements Entry {}
}
