package dev.primegate.statement;

import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where brokers' files arrive, and what became of each. Nothing is ever taken out of it. */
public interface StatementStore {
    /** More files than any broker sends of a day; a day that has more is not read. */
    int MOST_FILES = 1_000;

    /**
     * What arrived of a day, earliest first, ties by name; more than {@link #MOST_FILES} throw
     * {@link IllegalStateException}.
     */
    List<Arrival> list(BrokerId broker, LocalDate day);

    /**
     * The file; one that is longer than {@link StatementFile#MOST_BYTES} or that is gone throws
     * {@link java.io.UncheckedIOException}.
     */
    StatementFile read(Arrival arrival);

    /** Writes down what became of it; the same as the last time changes nothing. */
    void mark(Arrival arrival, Mark mark);

    /** What became of it, oldest first. */
    List<Mark> history(Arrival arrival);

    /** A file that is there. */
    record Arrival(BrokerId broker, LocalDate day, String name, Instant at, long size) {}

    /**
     * What became of a file.
     *
     * @param hash of what was in it; empty if it was not read
     * @param why beside the fate, for a person
     */
    record Mark(Instant at, Fate fate, String hash, String why) {
        /** Whether only the time is another. */
        public boolean saysTheSameAs(Mark other) {
            return fate == other.fate && hash.equals(other.hash) && why.equals(other.why);
        }

        /** As it is written down. */
        public List<String> fields() {
            return List.of(at.toString(), fate.name(), hash, why);
        }

        /** As it was written down. */
        public static Mark of(List<String> fields) {
            return new Mark(
                    Instant.parse(fields.get(0)),
                    Fate.valueOf(fields.get(1)),
                    fields.get(2),
                    fields.get(3));
        }
    }

    /** What can become of a file. */
    enum Fate {
        READ,
        /** It is none that is to be read. */
        PASSED,
        REFUSED,
        /** What is in it had come before. */
        DUPLICATE,
        /** A later one about the same was read. */
        SUPERSEDED
    }
}
