package dev.primegate.testkit;

import dev.primegate.audit.Act;
import dev.primegate.audit.Link;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.audit.Trails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trails as lists. */
final class MemoryTrails implements Trails {
    private final Map<Trail, List<Step>> trails = new HashMap<>();

    @Override
    public synchronized Trodden read(Trail trail, long after, int limit) {
        List<Step> all = trails.getOrDefault(trail, List.of());
        List<Step> steps = all.stream().skip(after).limit(limit).toList();
        return new Trodden(
                after,
                all.stream().filter(step -> step.version() == after).findFirst(),
                steps,
                all.size(),
                after + steps.size() >= all.size());
    }

    synchronized void write(Act act) {
        List<Step> steps = trails.computeIfAbsent(act.trail(), _ -> new ArrayList<>());
        String previous = steps.isEmpty() ? Link.START : steps.getLast().hash();
        steps.add(Step.after(steps.size(), previous, act));
    }
}
