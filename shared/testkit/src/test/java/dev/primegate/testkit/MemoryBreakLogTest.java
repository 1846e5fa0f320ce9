package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.breaks.BreakLog;
import java.util.List;

class MemoryBreakLogTest extends BreakContract {
    private MemoryBreakLog log = new MemoryBreakLog();

    @Override
    protected BreakLog open() {
        log = new MemoryBreakLog();
        return log;
    }

    @Override
    protected List<Alert> alerts() {
        return log.alerts();
    }
}
