package dev.primegate.router;

/** A destination was not told. */
class NotToldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String destination;

    NotToldException(String destination, String why) {
        super(destination + ": " + why);
        this.destination = destination;
    }

    String destination() {
        return destination;
    }
}
