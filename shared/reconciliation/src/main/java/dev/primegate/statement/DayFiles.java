package dev.primegate.statement;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Digest;
import dev.primegate.statement.StatementStore.Arrival;
import dev.primegate.statement.StatementStore.Fate;
import dev.primegate.statement.StatementStore.Mark;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads what a broker sent of a day: each file once, a corrected one in place of the one before it.
 * A correction that cannot be read takes nobody's place.
 */
public final class DayFiles {
    private final StatementStore store;
    private final Clock clock;

    public DayFiles(StatementStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Marks every file with what became of it; read again, it comes to the same. */
    public DayBooks read(BrokerId broker, LocalDate day, StatementReader reader) {
        return read(broker, day, reader, _ -> true);
    }

    /** The same, keeping only the lines that are {@code wanted}, file by file as each is read. */
    public DayBooks read(
            BrokerId broker,
            LocalDate day,
            StatementReader reader,
            Predicate<StatementLine> wanted) {
        Pass pass = new Pass(day, reader, wanted);
        store.list(broker, day).forEach(pass::take);
        // At the end, so that one that was superseded is not first told to be read again.
        pass.marks.forEach(store::mark);
        return new DayBooks(
                day,
                pass.current.values().stream().map(Current::statement).toList(),
                List.copyOf(pass.refused),
                pass.newest,
                version(pass.current));
    }

    private static String version(Map<String, Current> current) {
        return Digest.hex(
                current.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue().hash()))
                        .toArray(String[]::new));
    }

    private record Current(Arrival arrival, String hash, Statement statement) {}

    /** One reading of one day. */
    private final class Pass {
        private final LocalDate day;
        private final StatementReader reader;
        private final Predicate<StatementLine> wanted;
        private final Map<String, String> names = new HashMap<>();
        private final Map<String, Current> current = new LinkedHashMap<>();
        private final Map<Arrival, Mark> marks = new LinkedHashMap<>();
        private final List<DayBooks.Refusal> refused = new ArrayList<>();
        private Instant newest = Instant.EPOCH;

        Pass(LocalDate day, StatementReader reader, Predicate<StatementLine> wanted) {
            this.day = day;
            this.reader = reader;
            this.wanted = wanted;
        }

        void take(Arrival arrival) {
            StatementFile file;
            try {
                file = store.read(arrival);
            } catch (UncheckedIOException e) {
                refuse(arrival, "", "it cannot be read: " + e.getMessage());
                return;
            }
            String hash = file.hash();
            String before = names.putIfAbsent(hash, arrival.name());
            if (before != null) {
                mark(arrival, Fate.DUPLICATE, hash, "it is " + before);
                return;
            }
            switch (Unpacking.open(file)) {
                case Unpacked.Refused(String why) -> refuse(arrival, hash, why);
                case Unpacked.Files(List<StatementFile> files) -> take(arrival, hash, files);
            }
        }

        /** All that is packed together counts together, or none of it. */
        private void take(Arrival arrival, String hash, List<StatementFile> files) {
            List<Statement> statements = new ArrayList<>();
            List<String> passed = new ArrayList<>();
            for (StatementFile file : files) {
                switch (reader.read(file)) {
                    case Reading.Refused(String why) -> {
                        refuse(arrival, hash, why);
                        return;
                    }
                    case Reading.Passed(String why) -> passed.add(why);
                    case Reading.Whole(Statement statement) -> {
                        if (!statement.day().equals(day)) {
                            refuse(arrival, hash, "it is of " + statement.day());
                            return;
                        }
                        statements.add(statement);
                    }
                }
            }
            newest = arrival.at().isAfter(newest) ? arrival.at() : newest;
            if (statements.isEmpty()) {
                mark(arrival, Fate.PASSED, hash, String.join("; ", passed));
                return;
            }
            for (Statement statement : statements) {
                Current old =
                        current.put(
                                statement.about(),
                                new Current(arrival, hash, statement.only(wanted)));
                if (old != null) {
                    mark(
                            old.arrival(),
                            Fate.SUPERSEDED,
                            old.hash(),
                            "%s: by %s".formatted(statement.about(), arrival.name()));
                }
            }
            mark(arrival, Fate.READ, hash, told(statements));
        }

        private void refuse(Arrival arrival, String hash, String why) {
            // Sent again under its right name it may be read.
            names.remove(hash);
            refused.add(new DayBooks.Refusal(arrival.name(), hash, why));
            mark(arrival, Fate.REFUSED, hash, why);
        }

        private void mark(Arrival arrival, Fate fate, String hash, String why) {
            marks.put(arrival, new Mark(clock.instant(), fate, hash, why));
        }

        private static String told(List<Statement> statements) {
            long lines = statements.stream().mapToLong(s -> s.lines().size()).sum();
            long bad = statements.stream().mapToLong(s -> s.quarantined().size()).sum();
            return "%d rows, %d quarantined".formatted(lines, bad);
        }
    }
}
