package dev.primegate.statement;

/** One thing that a book says. */
public sealed interface StatementLine permits TradeLine, HoldingLine, CashLine, JournalLine {
    Origin origin();

    /** The account by the name that the book has for it. */
    String account();
}
