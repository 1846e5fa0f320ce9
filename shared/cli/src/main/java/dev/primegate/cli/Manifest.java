package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What DynamoDB says an export holds: each file, its digest and how many items are in it. It finds
 * what is in no chain, too. A copy without one is read all the same.
 */
final class Manifest {
    private final Copy copy;
    private final boolean isThere;
    private final Map<String, JsonNode> files = new HashMap<>();

    private Manifest(Copy copy, boolean isThere) {
        this.copy = copy;
        this.isThere = isThere;
    }

    /** The manifest beside the folder {@code data}. */
    static Manifest of(Path data, Copy copy) throws IOException {
        Path list = data.resolveSibling("manifest-files.json");
        Manifest manifest = new Manifest(copy, Files.exists(list));
        if (manifest.isThere) {
            for (String line : Files.readAllLines(list)) {
                JsonNode file = Json.read(line);
                String key = file.path("dataFileS3Key").asText();
                manifest.files.put(key.substring(key.lastIndexOf('/') + 1), file);
            }
        }
        return manifest;
    }

    /** That {@code file}, of so many lines, is as it was made. */
    void holds(Path file, long lines) throws IOException {
        if (!isThere) {
            return;
        }
        Optional<JsonNode> said = Optional.ofNullable(files.remove(file.getFileName().toString()));
        if (said.isEmpty()) {
            copy.found(Finding.of(file.toString(), "is not in the manifest"));
        } else if (!said.get().path("md5Checksum").asText().equals(md5(file))) {
            copy.found(Finding.of(file.toString(), "has another digest than its manifest says"));
        } else if (said.get().path("itemCount").asLong(-1) != lines) {
            copy.found(
                    Finding.of(
                            file.toString(),
                            "has %d items, and its manifest says %s"
                                    .formatted(lines, said.get().path("itemCount").asText())));
        }
    }

    /** That no file is left over that nobody showed. */
    void nothingIsMissing() {
        files.keySet().stream()
                .sorted()
                .forEach(name ->
                        copy.found(Finding.of(name, "is in the manifest, and is not there")));
    }

    private static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // What DynamoDB writes; nobody is kept out by it, and the chains do not rest on it.
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            try (DigestInputStream digested = new DigestInputStream(in, md5)) {
                digested.transferTo(OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
