package dev.primegate.cli;

import dev.primegate.audit.Chain;
import dev.primegate.audit.Seal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** The chain of one order or of one trail, as one copy of the books has it. */
final class Story {
    /** How the partitions of orders begin. */
    static final String OF_ORDER = "O#";

    /** How the partitions of trails begin. */
    static final String OF_TRAIL = "AU#";

    private final SortedMap<String, List<Seal>> records = new TreeMap<>();
    private OptionalLong length = OptionalLong.empty();

    /** A record, by its sort key; two under one key both count. */
    void add(String sk, Seal seal) {
        records.computeIfAbsent(sk, _ -> new ArrayList<>(1)).add(seal);
    }

    /** How long the chain has been, by the order or trail itself. */
    void length(long version) {
        length = OptionalLong.of(version);
    }

    List<Seal> seals() {
        return records.values().stream().flatMap(List::stream).toList();
    }

    /** What is wrong within it, first of all; empty if it verifies. */
    Optional<Finding> verify(String where, String chain) {
        List<Seal> seals = seals();
        OptionalInt bad = Chain.firstBad(seals);
        if (bad.isPresent()) {
            return Optional.of(new Finding(where, chain, bad, "is not what was written there"));
        }
        OptionalInt end = OptionalInt.of(seals.size());
        if (length.isEmpty()) {
            return Optional.of(new Finding(where, chain, end, "whose records they are is missing"));
        }
        if (length.getAsLong() > seals.size()) {
            return Optional.of(new Finding(where, chain, end, "is missing"));
        }
        return length.getAsLong() == seals.size()
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                where,
                                chain,
                                OptionalInt.of(Math.toIntExact(length.getAsLong())),
                                "was never written by whoever wrote the rest"));
    }
}
