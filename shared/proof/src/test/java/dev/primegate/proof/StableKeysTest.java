package dev.primegate.proof;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.MTD_void;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableKeysTest {
    private static final String FIRST = "io/quarkus/runner/recorded/First.class";
    private static final String SECOND = "io/quarkus/runner/recorded/Second.class";

    @TempDir private Path folder = Path.of("replaced");

    /** The first step hands something to the second; in another build they came the other way. */
    @Test
    void whoeverCameFirstThePackageIsTheSame() throws IOException {
        Map<String, byte[]> one =
                stable(Map.of(FIRST, says("proxykey7"), SECOND, says("proxykey12", "proxykey7")));
        Map<String, byte[]> two =
                stable(Map.of(FIRST, says("proxykey31"), SECOND, says("proxykey2", "proxykey31")));

        assertThat(one).usingRecursiveComparison().isEqualTo(two);
        assertThat(one.get(FIRST)).isEqualTo(says("proxykey1"));
        assertThat(one.get(SECOND)).isEqualTo(says("proxykey2", "proxykey1"));
    }

    @Test
    void whatIsHandedToAnotherStepStaysAnotherThing() throws IOException {
        Map<String, byte[]> crossed =
                stable(Map.of(FIRST, says("proxykey7"), SECOND, says("proxykey12", "proxykey8")));

        assertThat(crossed.get(SECOND)).isEqualTo(says("proxykey2", "proxykey3"));
    }

    @Test
    void textsAndClassesThatAreNoKeysStay() throws IOException {
        byte[] other = says("proxykey7", "a proxykey7", "proxykey");
        Map<String, byte[]> kept =
                stable(Map.of("dev/primegate/Other.class", other, "bootstrap", other));

        assertThat(kept.get("dev/primegate/Other.class")).isEqualTo(other);
        assertThat(kept.get("bootstrap")).isEqualTo(other);
        assertThat(StableKeys.withTexts(other, text -> text)).isEqualTo(other);
    }

    @Test
    void constantsOfEveryKindAreCarriedOver() throws IOException {
        byte[] own;
        try (var in = StableKeysTest.class.getResourceAsStream("StableKeysTest.class")) {
            own = in == null ? new byte[0] : in.readAllBytes();
        }

        assertThat(own).isNotEmpty();
        assertThat(StableKeys.withTexts(own, text -> text)).isEqualTo(own);
    }

    @Test
    void whatIsNoClassIsNotGuessedAt() {
        byte[] broken = says("proxykey7").clone();
        broken[10] = 99;

        assertThatThrownBy(() -> StableKeys.withTexts(broken, text -> text))
                .hasMessageContaining("kind 99");
    }

    private Map<String, byte[]> stable(Map<String, byte[]> entries) throws IOException {
        Path zip = Files.createTempFile(folder, "function", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        StableKeys.main(new String[] {zip.toString()});
        Map<String, byte[]> found = new LinkedHashMap<>();
        try (ZipFile in = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : in.stream().toList()) {
                found.put(entry.getName(), in.getInputStream(entry).readAllBytes());
            }
        }
        return found;
    }

    /** A class that loads these texts, and a number that takes two places among its constants. */
    private static byte[] says(String... texts) {
        return ClassFile.of()
                .build(
                        ClassDesc.of("dev.primegate.Said"),
                        made ->
                                made.withSuperclass(CD_Object)
                                        .withMethodBody(
                                                "say",
                                                MTD_void,
                                                ClassFile.ACC_STATIC,
                                                code -> {
                                                    code.loadConstant(1234567890123L).pop2();
                                                    for (String text : texts) {
                                                        code.loadConstant(text).pop();
                                                    }
                                                    code.return_();
                                                }));
    }
}
