package dev.primegate.router;

import java.util.Optional;

/** A way to reach people. */
interface Channel {
    /** What routes call it: {@code slack}, or {@code slack:name} for one of several. */
    String kind();

    /** Whether somebody hears; if not, it is never told. */
    boolean isConfigured();

    /**
     * How many tellings under one name it takes in hand together, so that a claim outlasts the wait
     * for each attempt; further ones wait, and are not claimed before their turn.
     */
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /**
     * Tells it, trying again as long as there is hope.
     *
     * @param troubled is run as soon as a first attempt fails, so that others can be told meanwhile
     * @return what the channel calls the incident, if it calls it something
     * @throws NotToldException if it could not be told
     */
    Optional<String> tell(Notice notice, Runnable troubled);
}
