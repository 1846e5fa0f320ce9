package dev.primegate.testkit;

class MemoryQuoteTest extends QuoteContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
