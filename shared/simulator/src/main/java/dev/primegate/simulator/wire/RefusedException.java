package dev.primegate.simulator.wire;

/** A request that is refused; thrown where that is found, answered at the door. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    public RefusedException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public static RefusedException badRequest(String message) {
        return new RefusedException(400, message);
    }

    public int status() {
        return status;
    }

    /** What is said to the client. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
