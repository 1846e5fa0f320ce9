package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;

/** An export of the table, as DynamoDB lays it into a bucket. */
final class Export {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);

    private Export() {}

    /** Writes the lines into one file and the manifest beside it. */
    static Path write(Path folder, List<String> lines) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data")).resolve("a1b2.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(data))) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.writeString(
                folder.resolve("manifest-files.json"),
                Json.line(
                                Json.object()
                                        .put("itemCount", lines.size())
                                        .put("md5Checksum", md5(Files.readAllBytes(data)))
                                        .put(
                                                "dataFileS3Key",
                                                "table/AWSDynamoDB/1/data/a1b2.json.gz"))
                        + "\n");
        return data;
    }

    static String line(HistoryEntry entry) {
        ObjectNode item = item("O#" + entry.orderId(), "H#%010d".formatted(entry.version()));
        text(item, "type", "HISTORY");
        text(item, "orderId", entry.orderId().text());
        number(item, "version", entry.version());
        text(item, "at", at(entry.at()));
        text(item, "by", entry.by());
        text(item, "event", entry.event());
        text(item, "ordStatus", entry.ordStatus().name());
        facts(item, entry.facts());
        text(item, "previousHash", entry.previousHash());
        text(item, "hash", entry.hash());
        return line(item);
    }

    static String line(Step step) {
        ObjectNode item = item("AU#" + step.trail(), "H#%010d".formatted(step.version()));
        text(item, "type", "STEP");
        text(item, "trail", step.trail().text());
        number(item, "version", step.version());
        text(item, "at", at(step.at()));
        text(item, "by", step.by());
        text(item, "act", step.act());
        facts(item, step.facts());
        text(item, "previousHash", step.previousHash());
        text(item, "hash", step.hash());
        return line(item);
    }

    /** The order or the trail itself. */
    static String owner(String pk, long version) {
        ObjectNode item = item(pk, "S");
        number(item, "version", version);
        return line(item);
    }

    private static String line(ObjectNode item) {
        return Json.line(Json.object().set("Item", item));
    }

    private static ObjectNode item(String pk, String sk) {
        ObjectNode item = Json.object();
        text(item, "pk", pk);
        text(item, "sk", sk);
        return item;
    }

    private static void text(ObjectNode item, String name, String text) {
        item.putObject(name).put("S", text);
    }

    private static void number(ObjectNode item, String name, long number) {
        item.putObject(name).put("N", Long.toString(number));
    }

    private static void facts(ObjectNode item, SortedMap<String, String> facts) {
        ObjectNode map = item.putObject("facts").putObject("M");
        facts.forEach((name, fact) -> text(map, name, fact));
    }

    private static String at(Instant at) {
        return TIME.format(at);
    }

    private static String md5(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
