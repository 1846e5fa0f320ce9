package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Files that are packed. */
class UnpackingTest {
    private static final byte[] TEXT = Samples.bytes(Samples.TRADES);

    @Test
    void whatIsPackedComesOutUnderItsOwnName() {
        assertThat(open("a.csv.gz", Samples.gzip(TEXT)))
                .extracting(StatementFile::name, StatementFile::hash)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a.csv", hash()));
        assertThat(open("all.zip", zip()))
                .extracting(StatementFile::name)
                .containsExactly("a.csv", "b.csv");
        assertThat(open("a.csv", TEXT)).extracting(StatementFile::name).containsExactly("a.csv");
    }

    @Test
    @Proves("X54")
    void aTornArchiveIsRefusedWhereverItIsCut() {
        byte[] gzip = Samples.gzip(TEXT);
        for (int length = 2; length < gzip.length; length++) {
            assertThat(Unpacking.open(new StatementFile("a", Arrays.copyOf(gzip, length))))
                    .isInstanceOf(Unpacked.Refused.class);
        }
        byte[] zip = zip();
        for (int length = 4; length < zip.length; length++) {
            assertThat(Unpacking.open(new StatementFile("a", Arrays.copyOf(zip, length))))
                    .isInstanceOf(Unpacked.Refused.class);
        }
    }

    @Test
    @Proves("X55")
    void aSmallFileCannotBecomeAnEndlessOne() {
        byte[] bomb = Samples.gzip(new byte[StatementFile.MOST_BYTES + 1]);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(Unpacking.open(new StatementFile("bomb.gz", bomb)))
                .isInstanceOf(Unpacked.Refused.class);

        TreeMap<String, byte[]> many = new TreeMap<>();
        for (int file = 0; file < 101; file++) {
            many.put("f" + file, TEXT);
        }
        assertThat(Unpacking.open(new StatementFile("many.zip", Samples.zip(many))))
                .isInstanceOf(Unpacked.Refused.class);

        TreeMap<String, byte[]> large = new TreeMap<>();
        large.put("one", new byte[StatementFile.MOST_BYTES / 2 + 1]);
        large.put("two", new byte[StatementFile.MOST_BYTES / 2 + 1]);
        assertThat(Unpacking.open(new StatementFile("large.zip", Samples.zip(large))))
                .isInstanceOf(Unpacked.Refused.class);

        assertThat(Unpacking.open(new StatementFile("a", Samples.gzip(Samples.gzip(TEXT)))))
                .isEqualTo(new Unpacked.Refused("what it packs is packed again"));
    }

    private static byte[] zip() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("../up/a.csv", TEXT);
        files.put("b.csv", TEXT);
        return Samples.zip(files);
    }

    private static String hash() {
        return new StatementFile("a", TEXT).hash();
    }

    private static List<StatementFile> open(String name, byte[] content) {
        return ((Unpacked.Files) Unpacking.open(new StatementFile(name, content))).files();
    }
}
