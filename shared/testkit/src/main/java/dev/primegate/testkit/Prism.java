package dev.primegate.testkit;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A validating mock of a broker, made by <a href="https://github.com/stoplightio/prism">Prism</a>
 * from the broker's own published description, which is not ours to keep here: it is looked for in
 * the folder of the environment variable {@code PRIMEGATE_SPECS}, or in {@code shared/specs} beside
 * or above the build. Without it, or without {@code npx}, the test is skipped and says so.
 */
public final class Prism implements AutoCloseable {
    private static final String VERSION = "@stoplight/prism-cli@5.14.2";
    private static final int SECONDS = 120;

    private final Process process;
    private final int port;

    private Prism(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Serves {@code file} by the time this returns. */
    public static Prism of(String file) {
        Optional<Path> spec = spec(file);
        assumeThat(spec).as("SKIPPED: there is no published description " + file).isPresent();
        Optional<Prism> started = start(spec.get());
        assumeThat(started).as("SKIPPED: there is no npx here, or no Prism").isPresent();
        return started.get();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Optional<Path> spec(String file) {
        Optional<Path> named =
                Optional.ofNullable(System.getProperty("primegate.specs"))
                        .or(() -> Optional.ofNullable(System.getenv("PRIMEGATE_SPECS")))
                        .map(folder -> Path.of(folder, file));
        Stream<Path> above =
                Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                        .map(folder -> folder.resolve("shared/specs").resolve(file));
        return Stream.concat(named.stream(), above).filter(Files::isReadable).findFirst();
    }

    private static Optional<Prism> start(Path spec) {
        try {
            int port = freePort();
            Process process =
                    new ProcessBuilder(
                                    "npx",
                                    "--yes",
                                    VERSION,
                                    "mock",
                                    "--errors",
                                    "--port",
                                    Integer.toString(port),
                                    spec.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            Prism prism = new Prism(process, port);
            if (prism.isReady()) {
                return Optional.of(prism);
            }
            prism.close();
            return Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // There is no such program.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() throws InterruptedException {
        for (int i = 0; i < SECONDS * 5 && process.isAlive(); i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
        return false;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
