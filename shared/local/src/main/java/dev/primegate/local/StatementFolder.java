package dev.primegate.local;

import dev.primegate.order.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the simulated Clear Street leaves its files, as its SFTP would bring them. */
record StatementFolder(Path root) {
    /** Leaves the trades of {@code day}; the name of the file promises what is in it. */
    String leave(LocalDate day, List<StatementRow> rows) {
        byte[] content =
                Stream.concat(
                                Stream.of(StatementRow.HEADING),
                                rows.stream().map(StatementRow::text))
                        .collect(Collectors.joining("\n", "", "\n"))
                        .getBytes(StandardCharsets.UTF_8);
        String name =
                "%s_org_demo_trade_%s.csv"
                        .formatted(
                                day.format(DateTimeFormatter.BASIC_ISO_DATE),
                                Digest.hexOf(content));
        try {
            Path folder =
                    Files.createDirectories(root.resolve("clear-street").resolve(day.toString()));
            // What begins with a dot is not read: nobody sees half a file.
            Path whole = Files.write(folder.resolve("." + name), content);
            Files.move(whole, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
