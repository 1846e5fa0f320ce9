package dev.primegate.testkit;

class MemoryPriceTest extends PriceContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
