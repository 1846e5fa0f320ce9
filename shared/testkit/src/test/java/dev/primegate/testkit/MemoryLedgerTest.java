package dev.primegate.testkit;

class MemoryLedgerTest extends LedgerContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
