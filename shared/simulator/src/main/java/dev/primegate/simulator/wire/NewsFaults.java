package dev.primegate.simulator.wire;

import dev.primegate.money.Decimal10;
import java.util.SplittableRandom;

/** What is to go wrong with news on sockets; nothing at first. */
public final class NewsFaults {
    /** What becomes of a message. */
    enum Fate {
        SENT,
        SENT_TWICE,
        /** Goes out after the next message. */
        HELD,
        /** Numbered, but lost. */
        LOST,
        /** Never said, and not numbered. */
        UNSAID
    }

    private static final long WHOLE = 10_000_000_000L;
    private static final String EVERY = "*";

    private String channel = "orders";
    private boolean silent;
    private boolean duplicating;
    private boolean reordering;
    private int dropNext;
    private int skipNext;
    private long dropShare;
    private SplittableRandom random = new SplittableRandom(0);

    /** Which channel all but silence is about; {@code *} is every one. */
    public synchronized void about(String name) {
        channel = name;
    }

    /** Nothing is said any more, and the sockets stay open. */
    public synchronized void silent(boolean on) {
        silent = on;
    }

    public synchronized void duplicating(boolean on) {
        duplicating = on;
    }

    public synchronized void reordering(boolean on) {
        reordering = on;
    }

    /** So many of the next messages are lost, and their numbers with them. */
    public synchronized void dropNext(int messages) {
        dropNext = messages;
    }

    /** This share of all messages is lost; the same seed, the same ones. */
    public synchronized void drop(Decimal10 share, long seed) {
        dropShare = share.units().longValueExact();
        random = new SplittableRandom(seed);
    }

    /** So many numbers are left out before the next message. */
    public synchronized void skipNext(int numbers) {
        skipNext = numbers;
    }

    public synchronized void clear() {
        about("orders");
        silent(false);
        duplicating(false);
        reordering(false);
        dropNext(0);
        skipNext(0);
        drop(Decimal10.ZERO, 0);
    }

    synchronized Fate fate(String of) {
        if (silent) {
            return Fate.UNSAID;
        }
        if (!isAbout(of)) {
            return Fate.SENT;
        }
        if (dropNext > 0) {
            dropNext--;
            return Fate.LOST;
        }
        if (dropShare > 0 && random.nextLong(WHOLE) < dropShare) {
            return Fate.LOST;
        }
        if (reordering) {
            return Fate.HELD;
        }
        return duplicating ? Fate.SENT_TWICE : Fate.SENT;
    }

    /** How many numbers to leave out now. */
    synchronized int takeSkip(String of) {
        int skip = isAbout(of) ? skipNext : 0;
        skipNext -= skip;
        return skip;
    }

    private boolean isAbout(String name) {
        return channel.equals(EVERY) || channel.equals(name);
    }
}
