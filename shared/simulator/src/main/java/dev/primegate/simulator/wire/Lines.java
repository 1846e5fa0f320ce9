package dev.primegate.simulator.wire;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that are open. */
public final class Lines {
    private final Set<Line> open = ConcurrentHashMap.newKeySet();

    public void add(Line line) {
        open.add(line);
    }

    public void remove(Line line) {
        open.remove(line);
    }

    /** Breaks every connection without a word; how many there were. */
    public int cutAll() {
        List<Line> cut = List.copyOf(open);
        cut.forEach(Line::cut);
        return cut.size();
    }
}
