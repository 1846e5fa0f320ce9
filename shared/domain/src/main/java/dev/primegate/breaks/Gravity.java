package dev.primegate.breaks;

/** How much a break matters, least first. */
public enum Gravity {
    /** Known habits of statements; nothing is owed. */
    LOW,
    /** Somebody must look today. */
    MEDIUM,
    /** Position or cash is wrong at one side. */
    HIGH
}
