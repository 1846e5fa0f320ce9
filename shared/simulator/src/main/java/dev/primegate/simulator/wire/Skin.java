package dev.primegate.simulator.wire;

/** A broker as seen from outside: what it answers, and what it says on a line. */
public interface Skin {
    Answer answer(Request request);

    Conversation connect(Line line);

    /**
     * Says on {@code line} what was asked for, and what comes: of requests that it answered with
     * {@link Answer#open}.
     */
    default Conversation follow(Request request, Line line) {
        throw new IllegalArgumentException("nothing goes on at " + request.path());
    }
}
