package dev.primegate.testkit;

import dev.primegate.alert.routing.IncidentBook;

class MemoryIncidentBookTest extends IncidentBookContract {
    @Override
    protected IncidentBook openBook() {
        return new MemoryIncidentBook();
    }
}
