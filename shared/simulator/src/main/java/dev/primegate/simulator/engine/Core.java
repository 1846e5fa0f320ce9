package dev.primegate.simulator.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The book behind its lock: the one place where something happens, and is written down first. */
final class Core {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<News> listeners = new ArrayList<>();
    private final Journal journal;
    private final Clock clock;
    private final Timer timer;
    private Book book = new Book();
    private long revision;
    private long epoch;

    Core(Journal journal, Clock clock, Timer timer) {
        this.journal = journal;
        this.clock = clock;
        this.timer = timer;
        journal.history().forEach(book::apply);
    }

    /** Does {@code work} while nothing else happens. */
    <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does {@code work} while nothing else happens. */
    void run(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Does {@code task} alone and later; never, if by then all was cleared or closed. */
    void later(Duration delay, Runnable task) {
        long planned = epoch;
        Runnable ifStill =
                () -> {
                    if (epoch == planned) {
                        task.run();
                    }
                };
        timer.after(delay, () -> run(ifStill));
    }

    /** Writes {@code entry} down, lets it happen, and tells. */
    void commit(Entry entry) {
        journal.append(entry);
        book.apply(entry)
                .ifPresent(order -> {
                    revision++;
                    listeners.forEach(news -> news.changed(order, revision));
                });
    }

    boolean isAnybodyFollowingMarkets() {
        return listeners.stream().anyMatch(News::followsMarkets);
    }

    void tellMoved(Instrument instrument, List<Level> changes) {
        listeners.forEach(news -> news.moved(instrument, changes));
    }

    void listen(News news) {
        listeners.add(news);
    }

    Book book() {
        return book;
    }

    /** How many changes of orders have been told. */
    long revision() {
        return revision;
    }

    Instant now() {
        return clock.instant();
    }

    void clear() {
        epoch++;
        journal.clear();
        book = new Book();
        listeners.forEach(News::cleared);
    }

    void close() {
        epoch++;
        journal.close();
    }
}
