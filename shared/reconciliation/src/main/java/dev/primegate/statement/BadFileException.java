package dev.primegate.statement;

/** What is wrong with all of a file; readers make {@link Reading.Refused} of it. */
final class BadFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadFileException(String why) {
        super(why);
    }

    BadFileException(String why, Throwable cause) {
        super(why, cause);
    }
}
