package dev.primegate.statement;

/** What came of reading a file. */
public sealed interface Reading {
    /** It was read to its end; rows of it may be quarantined. */
    record Whole(Statement statement) implements Reading {}

    /** It is none that is to be read: another level of the same books, a confirm for people. */
    record Passed(String why) implements Reading {}

    /** It is damaged, or not what its name says: nothing in it counts. */
    record Refused(String why) implements Reading {}
}
