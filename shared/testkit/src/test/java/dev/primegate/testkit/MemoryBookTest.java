package dev.primegate.testkit;

class MemoryBookTest extends RacingBookContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
