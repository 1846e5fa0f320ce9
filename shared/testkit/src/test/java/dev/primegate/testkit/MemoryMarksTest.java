package dev.primegate.testkit;

class MemoryMarksTest extends MarksContract {
    @Override
    protected Books open() {
        return new MemoryBooks(clock);
    }
}
