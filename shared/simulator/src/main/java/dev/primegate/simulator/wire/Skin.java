package dev.primegate.simulator.wire;

/** A broker as seen from outside: what it answers, and what it says on a socket. */
public interface Skin {
    Answer answer(Request request);

    Conversation connect(Line line);
}
