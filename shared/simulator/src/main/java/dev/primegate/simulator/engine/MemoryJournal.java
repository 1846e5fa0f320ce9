package dev.primegate.simulator.engine;

import java.util.List;

/** Keeps nothing: the book itself is the memory. */
record MemoryJournal() implements Journal {
    @Override
    public List<Entry> history() {
        return List.of();
    }

    @Override
    public void append(Entry entry) {}

    @Override
    public void clear() {}

    @Override
    public void close() {}
}
