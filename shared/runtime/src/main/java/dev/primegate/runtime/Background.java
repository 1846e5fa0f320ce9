package dev.primegate.runtime;

/** Runs what nobody waits for; tests run it when they like. */
public interface Background {
    void run(Runnable task);
}
