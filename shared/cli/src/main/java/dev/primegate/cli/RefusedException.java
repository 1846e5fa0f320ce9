package dev.primegate.cli;

/** This program will not do what it was asked; the message says why. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
