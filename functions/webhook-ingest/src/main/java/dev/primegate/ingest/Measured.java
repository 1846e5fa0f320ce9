package dev.primegate.ingest;

import dev.primegate.telemetry.MetricLines;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Lets out what a request measured: Lambda may freeze or end us after the answer. */
class Measured {
    private final MetricLines lines;

    Measured(MetricLines lines) {
        this.lines = lines;
    }

    /** Once the answer is known; it goes out whatever becomes of figures. */
    @ServerResponseFilter
    public void leave() {
        lines.write();
    }
}
