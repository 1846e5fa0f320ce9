package dev.primegate.statement;

/** Reads files of one kind. What is in a file never makes it throw. */
public interface StatementReader {
    /** The same file reads the same, whenever it is read. */
    Reading read(StatementFile file);
}
