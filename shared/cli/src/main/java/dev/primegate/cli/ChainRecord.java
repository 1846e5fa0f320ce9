package dev.primegate.cli;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Link;
import dev.primegate.audit.Seal;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a record of a chain as the table holds it. It is strict to the letter: what the table would
 * never have written, such as a time in small letters, is no record, though it reads the same.
 */
final class ChainRecord {
    private static final Set<String> OF_ORDER =
            Set.of(
                    "pk",
                    "sk",
                    "type",
                    "orderId",
                    "version",
                    "at",
                    "by",
                    "event",
                    "ordStatus",
                    "facts",
                    "previousHash",
                    "hash");
    private static final Set<String> OF_TRAIL =
            Set.of(
                    "pk",
                    "sk",
                    "type",
                    "trail",
                    "version",
                    "at",
                    "by",
                    "act",
                    "facts",
                    "previousHash",
                    "hash");

    /** Stands where something else was written. */
    private static final Seal SPOILT = new Seal(0, "", "", false);

    private ChainRecord() {}

    /** The seal of what stands there; one that is not as written, if it is no record. */
    static Seal seal(ExportRecord line) {
        try {
            Link link = line.pk().startsWith(Story.OF_ORDER) ? entry(line) : step(line);
            boolean isThere = line.sk().equals("H#%010d".formatted(link.version()));
            return isThere ? Seal.of(link) : SPOILT;
        } catch (IllegalArgumentException | DateTimeException _) {
            return SPOILT;
        }
    }

    private static HistoryEntry entry(ExportRecord line) {
        requireNames(line, OF_ORDER, "HISTORY");
        OrderId order = new OrderId(line.text("orderId"));
        require(line.pk().equals(Story.OF_ORDER + order), "it is another order's");
        return new HistoryEntry(
                order,
                line.number("version"),
                time(line.text("at")),
                line.text("by"),
                line.text("event"),
                OrderStatus.valueOf(line.text("ordStatus")),
                line.texts("facts"),
                line.text("previousHash"),
                line.text("hash"));
    }

    private static Step step(ExportRecord line) {
        requireNames(line, OF_TRAIL, "STEP");
        Trail trail = new Trail(line.text("trail"));
        require(line.pk().equals(Story.OF_TRAIL + trail), "it is another trail's");
        return new Step(
                trail,
                line.number("version"),
                time(line.text("at")),
                line.text("by"),
                line.text("act"),
                line.texts("facts"),
                line.text("previousHash"),
                line.text("hash"));
    }

    private static Instant time(String text) {
        require(
                text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z"),
                "not a time: " + text);
        return Instant.parse(text);
    }

    private static void requireNames(ExportRecord line, Set<String> names, String type) {
        Set<String> there = new TreeSet<>();
        line.item().fieldNames().forEachRemaining(there::add);
        require(there.equals(names), "other attributes: " + there);
        require(line.text("type").equals(type), "no " + type);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
