package dev.primegate.local;

import dev.primegate.embedded.TableStream;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Tells the story once the functions are up, then stays until it is stopped. */
class Demo implements QuarkusApplication {
    /** Handed over by {@link Main}, which starts before there is a container. */
    private static Optional<Setting> setting = Optional.empty();

    private final Schedules schedules;

    Demo(Schedules schedules) {
        this.schedules = schedules;
    }

    static void prepare(Options options, Parts parts, int port, Path folder, long begun) {
        setting = Optional.of(new Setting(options, parts, port, folder, begun));
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        Setting here = setting.orElseThrow();
        try (Parts parts = here.parts();
                TableStream stream = new TableStream(parts.aws())) {
            if (here.options().schedules()) {
                schedules.start(stream);
            }
            try {
                return tell(here, parts);
            } finally {
                schedules.stop();
            }
        }
    }

    private int tell(Setting here, Parts parts) throws InterruptedException {
        Teller teller = new Teller(System.out);
        URI api = URI.create("http://localhost:" + here.port());
        teller.opening(
                api,
                parts,
                Main.log(here.folder()),
                Duration.ofNanos(System.nanoTime() - here.begun));
        Optional<String> broken =
                here.options().story() ? story(here, api, teller).tell() : Optional.empty();
        broken.ifPresent(teller::broken);
        if (here.options().exit()) {
            return broken.isPresent() ? 1 : 0;
        }
        teller.closing(api, parts);
        Quarkus.waitForExit();
        return 0;
    }

    private Story story(Setting here, URI api, Teller teller) {
        PlantedDay planting =
                new PlantedDay(
                        new HttpCalls(api),
                        new HttpCalls(here.parts().clearStreet().url()),
                        new StatementFolder(Main.statements(here.folder())));
        BrokenDay day = new BrokenDay(new HttpCalls(api), planting, schedules::trades, teller);
        return new Story(api, here.parts(), day, teller);
    }

    private record Setting(Options options, Parts parts, int port, Path folder, long begun) {}
}
