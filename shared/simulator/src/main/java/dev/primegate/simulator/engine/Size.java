package dev.primegate.simulator.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.primegate.money.Decimal10;

/** How much: in units of the base, or by what it costs in the quote currency. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "in")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Size.Base.class, name = "base"),
    @JsonSubTypes.Type(value = Size.Quote.class, name = "quote")
})
public sealed interface Size {
    record Base(Decimal10 quantity) implements Size {}

    record Quote(Decimal10 value) implements Size {}
}
