package dev.primegate.testkit;

class MemoryRerouteTest extends RerouteContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
