package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class MemoryWatchTest extends WatchContract {
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    @Override
    protected Watching open() {
        return new Watching(
                new MemoryWatchBook(alerts::add), new MemoryJobRuns(), new MemoryJobAsks());
    }

    @Override
    protected List<Alert> alerts() {
        return alerts;
    }
}
