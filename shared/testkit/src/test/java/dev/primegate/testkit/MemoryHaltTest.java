package dev.primegate.testkit;

class MemoryHaltTest extends HaltContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
