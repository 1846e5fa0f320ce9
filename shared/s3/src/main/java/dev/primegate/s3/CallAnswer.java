package dev.primegate.s3;

/** What S3 answered; nobody writes into its body. */
final class CallAnswer {
    private final int status;
    private final byte[] body;

    CallAnswer(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    /** Whether the same call may be answered otherwise a moment later. */
    boolean mayPass() {
        return status == 429 || status >= 500;
    }
}
