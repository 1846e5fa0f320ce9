package dev.primegate.reconcile;

import dev.primegate.report.FileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where what the parts of a day left lies until it is gathered: {@code
 * BROKER/DAY/ACCOUNT/RUN/INDEX-OF.csv.gz}. Each run has files of its own, which it writes over with
 * the same when a part is done twice; nobody needs them once it has ended.
 */
final class Residues {
    private final FileStore files;

    Residues(FileStore files) {
        this.files = files;
    }

    void keep(TradeDay of, Parts parts, int index, Sifted sifted) {
        var _ = files.keep(path(of, parts, index), SiftedCsv.write(sifted));
    }

    /** What all parts of the run left, in their order, if it may be gathered. */
    Found all(TradeDay of, Parts parts, int most) {
        List<Sifted> all = new ArrayList<>();
        int rows = 0;
        for (int index = 0; index < parts.of(); index++) {
            Optional<byte[]> file = files.find(path(of, parts, index));
            if (file.isEmpty()) {
                return new Found.Refused("part %d of %d is missing".formatted(index, parts.of()));
            }
            Sifted next = SiftedCsv.read(file.get());
            all.add(next);
            if (!next.version().equals(all.getFirst().version())) {
                return new Found.Refused(
                        "part %d of %d is of other books than the first"
                                .formatted(index, parts.of()));
            }
            rows += next.rows();
            if (rows > most) {
                return new Found.TooMany();
            }
        }
        return new Found.Whole(all);
    }

    private static String path(TradeDay of, Parts parts, int index) {
        return "%s/%s/%s/%d/%d-%d.csv.gz"
                .formatted(
                        of.broker().name(),
                        of.day(),
                        of.scope().digest(),
                        parts.at().toEpochMilli(),
                        index,
                        parts.of());
    }

    /** What was found of a run. */
    sealed interface Found {
        /** All that its parts left. */
        record Whole(List<Sifted> parts) implements Found {}

        /** More than one comparison has room for. */
        record TooMany() implements Found {}

        /** The parts make no whole. */
        record Refused(String why) implements Found {}
    }
}
