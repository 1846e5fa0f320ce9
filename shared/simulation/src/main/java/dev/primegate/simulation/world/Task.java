package dev.primegate.simulation.world;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A process of the world: one invocation of a function, say. It runs only when it is its turn. */
public final class Task {
    final String name;

    /** How far this process's clock is ahead of true time. */
    final Duration skew;

    private final Thread thread;
    private volatile boolean turn;
    private volatile boolean ended;
    private volatile @Nullable Thread loop;
    private boolean begun;
    private boolean killed;

    /** Counts its waits, so that a late alarm of an old wait wakes nobody. */
    private long waits;

    Task(String name, Duration skew, Runnable body) {
        this.name = name;
        this.skew = skew;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(body));
    }

    public boolean hasEnded() {
        return ended;
    }

    /** From its next step on it is no more. */
    void kill() {
        killed = true;
    }

    boolean isKilled() {
        return killed;
    }

    long nextWait() {
        waits++;
        return waits;
    }

    boolean waitsFor(long wait) {
        return waits == wait && !ended;
    }

    /** Lets it run until it gives its turn back; called by the loop. */
    void giveTurn() {
        loop = Thread.currentThread();
        turn = true;
        if (begun) {
            LockSupport.unpark(thread);
        } else {
            begun = true;
            thread.start();
        }
        while (turn) {
            LockSupport.park(this);
        }
    }

    /** Gives the turn back and returns when it is given again; called by the task. */
    void yieldTurn() {
        turn = false;
        LockSupport.unpark(loop);
        while (!turn) {
            LockSupport.park(this);
        }
    }

    private void run(Runnable body) {
        try {
            body.run();
        } finally {
            ended = true;
            turn = false;
            LockSupport.unpark(loop);
        }
    }
}
