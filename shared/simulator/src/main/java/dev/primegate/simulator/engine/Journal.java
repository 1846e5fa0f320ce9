package dev.primegate.simulator.engine;

import java.nio.file.Path;
import java.util.List;

/** What happened, in order, as far as it is kept. */
public sealed interface Journal extends AutoCloseable permits FileJournal, MemoryJournal {
    /** Keeps nothing beyond this process. */
    static Journal inMemory() {
        return new MemoryJournal();
    }

    /** Keeps everything in {@code folder}, which is made if need be and is ours alone. */
    static Journal in(Path folder) {
        return FileJournal.open(folder);
    }

    /** What happened before this process. */
    List<Entry> history();

    /** Returns once {@code entry} is as safe as this journal makes it. */
    void append(Entry entry);

    void clear();

    @Override
    void close();
}
