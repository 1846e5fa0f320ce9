package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Step;
import dev.primegate.dynamodb.StoredRecords;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An export of the table, as DynamoDB lays it into a bucket. */
final class Export {
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
        return line(StoredRecords.of(entry));
    }

    static String line(Step step) {
        return line(StoredRecords.of(step));
    }

    /** The order or the trail itself. */
    static String owner(String pk, long version) {
        return line(
                Map.of(
                        "pk", AttributeValue.fromS(pk),
                        "sk", AttributeValue.fromS("S"),
                        "version", AttributeValue.fromN(Long.toString(version))));
    }

    /** Keys first, then by name. */
    private static String line(Map<String, AttributeValue> attributes) {
        ObjectNode item = Json.object();
        for (String key : List.of("pk", "sk", "type")) {
            Optional.ofNullable(attributes.get(key)).ifPresent(v -> item.set(key, json(v)));
        }
        new TreeMap<>(attributes)
                .forEach((name, value) -> {
                    if (!item.has(name)) {
                        item.set(name, json(value));
                    }
                });
        return Json.line(Json.object().set("Item", item));
    }

    /** As DynamoDB's JSON has it. */
    private static ObjectNode json(AttributeValue value) {
        return switch (value.type()) {
            case S -> Json.object().put("S", value.s());
            case N -> Json.object().put("N", value.n());
            case M -> {
                ObjectNode map = Json.object();
                new TreeMap<>(value.m()).forEach((name, of) -> map.set(name, json(of)));
                yield Json.object().set("M", map);
            }
            default -> throw new IllegalArgumentException("in no chain's record: " + value);
        };
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
