package dev.primegate.proof;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives the keys of a package the same numbers in every build. The steps of Quarkus's build run
 * beside each other, and what each hands to another is put under a key that has the next number: so
 * they depend on who came first. Here they are counted anew, by the names of the classes and the
 * order in each; a key has one new name wherever it stands.
 */
final class StableKeys {
    private static final String PREFIX = "proxykey";
    private static final Pattern KEY = Pattern.compile(PREFIX + "\\d+");

    /** Where the classes are that Quarkus writes of its steps. */
    private static final String WRITTEN = "/io/quarkus/runner";

    private StableKeys() {}

    /** Changes the package {@code args[0]} in its place; one without such classes stays. */
    public static void main(String[] args) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(Path.of(args[0]))) {
            if (Files.exists(zip.getPath(WRITTEN))) {
                rename(zip);
            }
        }
    }

    private static void rename(FileSystem zip) throws IOException {
        List<Path> classes;
        try (Stream<Path> all = Files.walk(zip.getPath(WRITTEN))) {
            classes = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        Map<String, String> names = new HashMap<>();
        for (Path file : classes) {
            var _ = withTexts(Files.readAllBytes(file), text -> counted(text, names));
        }
        for (Path file : classes) {
            byte[] renamed =
                    withTexts(Files.readAllBytes(file), text -> names.getOrDefault(text, text));
            Files.write(file, renamed);
        }
    }

    private static String counted(String text, Map<String, String> names) {
        if (KEY.matcher(text).matches()) {
            names.putIfAbsent(text, PREFIX + (names.size() + 1));
        }
        return text;
    }

    /**
     * A class whose constants are the same but for its texts (<a
     * href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.4">JVMS
     * 4.4</a>).
     *
     * @throws IllegalArgumentException if a constant is of no known kind
     */
    static byte[] withTexts(byte[] written, UnaryOperator<String> text) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(written));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(written.length);
        DataOutputStream out = new DataOutputStream(bytes);
        // Magic and version.
        out.writeLong(in.readLong());
        int end = in.readUnsignedShort();
        out.writeShort(end);
        int index = 1;
        while (index < end) {
            int kind = in.readUnsignedByte();
            out.writeByte(kind);
            if (kind == 1) {
                out.writeUTF(text.apply(in.readUTF()));
            } else {
                out.write(in.readNBytes(length(kind)));
            }
            // A long and a double take two places.
            index += kind == 5 || kind == 6 ? 2 : 1;
        }
        in.transferTo(out);
        return bytes.toByteArray();
    }

    /** In bytes, without the kind. */
    private static int length(int kind) {
        return switch (kind) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IllegalArgumentException("no constant is of kind " + kind);
        };
    }
}
