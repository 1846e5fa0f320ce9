package dev.primegate.order;

/** Stands in for the product's own, which this room does not see: the rule goes by the name. */
public interface Admission {
    /** What only a book may make. */
    record Admitted() implements Admission {}
}
