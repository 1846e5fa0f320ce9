package dev.primegate.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Opens gzip and zip, told by their first bytes and not by their names. What comes out is counted
 * while it comes, so that a small file cannot become an endless one; nothing is opened twice.
 */
public final class Unpacking {
    private static final int MOST_ENTRIES = 100;

    /** The record that ends a zip, without a comment: signature, counts, directory, length. */
    private static final int END_LENGTH = 22;

    /** Where in it the number of entries stands. */
    private static final int COUNT = 10;

    private static final int LONGEST_COMMENT = 0xffff;
    private static final String GZ = ".gz";

    private Unpacking() {}

    public static Unpacked open(StatementFile file) {
        try {
            if (isGzip(file)) {
                return new Unpacked.Files(List.of(gunzip(file)));
            }
            return new Unpacked.Files(isZip(file) ? unzip(file) : List.of(file));
        } catch (BadFileException e) {
            return new Unpacked.Refused(String.valueOf(e.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            return new Unpacked.Refused("it is packed, and torn: " + e.getClass().getSimpleName());
        }
    }

    /** The checksum and length at its end are checked by the stream. */
    private static StatementFile gunzip(StatementFile file) throws IOException {
        try (InputStream stream = new GZIPInputStream(file.open())) {
            String name =
                    file.name().endsWith(GZ)
                            ? file.name().substring(0, file.name().length() - GZ.length())
                            : file.name();
            return whole(name, stream, StatementFile.MOST_BYTES);
        }
    }

    private static List<StatementFile> unzip(StatementFile file) throws IOException {
        List<StatementFile> files = new ArrayList<>();
        int left = StatementFile.MOST_BYTES;
        int entries = 0;
        try (ZipInputStream stream = new ZipInputStream(file.open())) {
            for (ZipEntry entry = stream.getNextEntry();
                    entry != null;
                    entry = stream.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new BadFileException(
                            "it packs more than %d files".formatted(MOST_ENTRIES));
                }
                if (!entry.isDirectory()) {
                    StatementFile one = whole(baseName(entry.getName()), stream, left);
                    left -= one.size();
                    files.add(one);
                }
            }
        }
        // Cut between two entries it would pass for a smaller one.
        if (entries != promised(file)) {
            throw new ZipException("it packs %d files and promises others".formatted(entries));
        }
        return files;
    }

    private static StatementFile whole(String name, InputStream stream, int most)
            throws IOException {
        byte[] content = stream.readNBytes(most + 1);
        if (content.length > most) {
            throw new BadFileException(
                    "unpacked it is larger than %d bytes".formatted(StatementFile.MOST_BYTES));
        }
        StatementFile file = new StatementFile(name, content);
        if (isGzip(file) || isZip(file)) {
            throw new BadFileException("what it packs is packed again");
        }
        return file;
    }

    /** How many entries the record at its end counts; below zero if there is no such record. */
    private static int promised(StatementFile file) {
        int first = file.size() - END_LENGTH - LONGEST_COMMENT;
        int place = file.lastPlaceOf(new byte[] {'P', 'K', 5, 6}, first);
        return place < 0 || place + END_LENGTH > file.size() ? -1 : file.twoBytes(place + COUNT);
    }

    private static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static boolean isGzip(StatementFile file) {
        return file.begins(0x1f, 0x8b);
    }

    private static boolean isZip(StatementFile file) {
        return file.begins('P', 'K', 3, 4) || file.begins('P', 'K', 5, 6);
    }
}
