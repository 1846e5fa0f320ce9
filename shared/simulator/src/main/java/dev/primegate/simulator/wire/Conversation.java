package dev.primegate.simulator.wire;

/** Our end of a socket. */
public interface Conversation {
    void heard(String text);

    void ended();
}
