package dev.primegate.simulation.world;

/** The process is gone. An error, so that no code under test catches it by mistake. */
public final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash(String where) {
        super(where, null, false, false);
    }
}
