package dev.primegate.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ./primegate demo}: starts what production has elsewhere, then the functions. */
@QuarkusMain
@SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
public final class Main {
    private static final long BEGUN = System.nanoTime();

    private Main() {}

    public static void main(String... arguments) {
        try {
            Options options = Options.of(List.of(arguments));
            int port = Ports.free(options.port(), "--port");
            Path folder = folder(options);
            Parts parts = Parts.start(options);
            parts.config().forEach(System::setProperty);
            System.setProperty("quarkus.http.port", Integer.toString(port));
            System.setProperty("quarkus.log.file.path", log(folder).toString());
            System.setProperty("primegate.books.folder", statements(folder).toString());
            System.setProperty("primegate.reports.folder", folder.resolve("reports").toString());
            Demo.prepare(options, parts, port, folder, BEGUN);
            Quarkus.run(Demo.class, arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(2);
        } catch (Ports.TakenException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | IllegalStateException e) {
            // The folder of --data: not ours to write, or another demo's.
            System.err.println("primegate cannot start: " + e);
            System.exit(1);
        }
    }

    static Path log(Path folder) {
        return folder.resolve("primegate.log");
    }

    /** Where brokers' files of a day are laid down. */
    static Path statements(Path folder) {
        return folder.resolve("statements");
    }

    private static Path folder(Options options) throws IOException {
        Path folder =
                options.data().isPresent()
                        ? Files.createDirectories(options.data().get())
                        : Files.createTempDirectory("primegate");
        return folder.toAbsolutePath();
    }
}
