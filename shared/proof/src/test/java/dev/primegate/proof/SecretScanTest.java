package dev.primegate.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of the tree has a key in it. */
class SecretScanTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Set<String> MADE =
            Set.of(".git", "target", "node_modules", ".terraform", ".idea", "data");

    @Test
    @Proves("C4")
    void noFileHasAKeyInIt() throws IOException {
        List<Path> files = files();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            text(file).forEach(finding -> found.add(ROOT.relativize(file) + " " + finding));
        }

        assertThat(files).hasSizeGreaterThan(500);
        assertThat(found).isEmpty();
    }

    /** Put together here, so that this file has none in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AK~IAQ3EGTU7VZWXKLMNO",
                "-----BEGIN RSA PRIV~ATE KEY-----",
                "-----BEGIN PRIV~ATE KEY-----",
                "xo~xb-123456789012-abcdefghij",
                "https://hooks.sl~ack.com/services/T01234567/B01234567/abcdefghijklmnopqrstuvwx",
                "gh~p_0123456789abcdefghijklmnopqrstuvwxyz",
                "ey~JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLW9mLWl0",
                "sk~_live_51Hq8Kx0aP3vTg7Zb",
                "wh~sec_9fX2mQv7LkP0aTz4RbYc8NwE1sGdHj6u",
                "amqp:~//user:hunter2@broker.local",
                "{\"signingKey\": \"~q83vEjRWeJCrze8SNFZ4kA==\"}",
                "password = '~Tr0ub4dor3xKq9mZ'",
                "api_key: \"~9e107d9d372bb6826bd81d3542a419d6\"",
                "\"\\\"apiKey\\\": \\\"~9e107d9d372bb6826bd81d3542a419d6\\\"\""
            })
    @Proves("C4")
    void aKeyIsFound(String split) {
        String key = split.replace("~", "");

        assertThat(SecretScan.of("first\n  x = " + key + ";")).hasSize(1);
        assertThat(SecretScan.of("first\n  x = " + key + ";").getFirst().line()).isEqualTo(2);
        assertThat(SecretScan.of(key).toString()).doesNotContain(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"signingKey\": \"c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=\"}",
                "secret = \"primegate/coinbase-prime/trade\"",
                "{\"accessKey\": \"sim-access-key-of-nobody\"}",
                "AKIAIOSFODNN7EXAMPLE",
                "token = \"0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48\"",
                "https://user@host/path:8080"
            })
    void whatOnlyLooksLikeOneIsNot(String text) {
        assertThat(SecretScan.of(text)).isEmpty();
    }

    private static List<SecretScan.Finding> text(Path file) {
        try {
            return SecretScan.of(Files.readString(file));
        } catch (CharacterCodingException _) {
            // A picture, an archive.
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                ROOT,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return MADE.contains(String.valueOf(folder.getFileName()))
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        files.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}
