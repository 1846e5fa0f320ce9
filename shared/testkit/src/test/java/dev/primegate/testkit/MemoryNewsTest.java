package dev.primegate.testkit;

class MemoryNewsTest extends NewsContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
