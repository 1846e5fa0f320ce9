package dev.primegate.simulator.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of lines, each forced to the disk before {@link #append} returns. */
final class FileJournal implements Journal {
    private static final String FILE = "journal.jsonl";

    private final FileChannel channel;
    private final List<Entry> history;

    private FileJournal(FileChannel channel, List<Entry> history) {
        this.channel = channel;
        this.history = history;
    }

    static FileJournal open(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(FILE);
            return take(
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the journal in " + folder, e);
        }
    }

    /** The channel is closed again if it cannot be used: its lock would outlive us. */
    private static FileJournal take(FileChannel channel, Path file) throws IOException {
        try {
            lock(channel, file);
            return new FileJournal(channel, read(channel, Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public List<Entry> history() {
        return history;
    }

    @Override
    public void append(Entry entry) {
        byte[] line = (EntryJson.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer rest = ByteBuffer.wrap(line);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal", e);
        }
    }

    @Override
    public void clear() {
        try {
            channel.truncate(0);
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear the journal", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal", e);
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new IllegalStateException(file + " belongs to another simulator");
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException(file + " belongs to another simulator here", e);
        }
    }

    /** A last line without its end was being written when the process died: it is cut off. */
    private static List<Entry> read(FileChannel channel, byte[] bytes) throws IOException {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
        return new String(bytes, 0, end, StandardCharsets.UTF_8)
                .lines()
                .map(EntryJson::read)
                .toList();
    }
}
