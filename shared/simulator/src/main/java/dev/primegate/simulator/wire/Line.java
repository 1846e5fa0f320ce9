package dev.primegate.simulator.wire;

/** The other end of a socket. */
public interface Line {
    void send(String text);

    /** Says goodbye and why. */
    void close(String reason);

    /** Breaks the connection without a word. */
    void cut();
}
