package dev.primegate.cli;

import dev.primegate.audit.Chain;
import dev.primegate.audit.Seal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one copy of the books has: chains by their names, and what was found as it was read. */
final class Copy {
    private final String name;
    private final boolean isWhole;
    private final SortedMap<String, Story> stories = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long records;

    /**
     * A copy of nothing yet.
     *
     * @param isWhole whether it has every chain there was, as an export has
     */
    Copy(String name, boolean isWhole) {
        this.name = name;
        this.isWhole = isWhole;
    }

    Story story(String chain) {
        return stories.computeIfAbsent(chain, _ -> new Story());
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    void counted() {
        records++;
    }

    /** Takes an item of the table: what is in no chain is not looked at. */
    void take(ExportRecord line) {
        if (!line.pk().startsWith(Story.OF_ORDER) && !line.pk().startsWith(Story.OF_TRAIL)) {
            return;
        }
        if (line.sk().startsWith("H#")) {
            story(line.pk()).add(line.sk(), ChainRecord.seal(line));
            counted();
        } else if (line.sk().equals("S")) {
            try {
                story(line.pk()).length(line.number("version"));
            } catch (IllegalArgumentException e) {
                found(Finding.of(name, line.pk() + ": " + e.getMessage()));
            }
        }
    }

    /** What is wrong within it: of each chain the first. */
    List<Finding> verify() {
        List<Finding> all = new ArrayList<>(findings);
        stories.forEach((chain, story) -> story.verify(name, chain).ifPresent(all::add));
        return all;
    }

    /** Where this is not what {@code earlier} was the beginning of. */
    List<Finding> against(Copy earlier) {
        List<Finding> all = new ArrayList<>();
        earlier.stories.forEach((chain, before) -> {
            Optional<Story> now = Optional.ofNullable(stories.get(chain));
            if (now.isEmpty() && !isWhole) {
                return;
            }
            List<Seal> seals = now.map(Story::seals).orElse(List.of());
            Chain.firstForked(before.seals(), seals)
                    .ifPresent(index ->
                            all.add(
                                    new Finding(
                                            name,
                                            chain,
                                            OptionalInt.of(index),
                                            index < seals.size()
                                                    ? "is another than in " + earlier.name
                                                    : "is in " + earlier.name + " and is gone")));
        });
        return all;
    }

    String summary() {
        return "%s: %d chains, %d records".formatted(name, stories.size(), records);
    }
}
