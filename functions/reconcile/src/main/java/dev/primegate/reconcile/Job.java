package dev.primegate.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a schedule asks for: {@code {"job": "orders"}}. */
public record Job(Kind job) {
    @JsonCreator
    public Job(@JsonProperty(value = "job", required = true) Kind job) {
        this.job = job;
    }

    /** The jobs there are. */
    public enum Kind {
        /** Asks for margin, looks up the orders that are due, tries again the news that waits. */
        @JsonProperty("orders")
        ORDERS,
        /** Compares the instruments the brokers offer with the symbol master. */
        @JsonProperty("products")
        PRODUCTS
    }
}
