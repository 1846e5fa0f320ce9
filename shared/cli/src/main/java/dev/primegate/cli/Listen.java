package dev.primegate.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what happens at an account as it becomes known, each event once. */
@Command(
        name = "listen",
        description = {
            "Print what happens at an account: orders, trades, breaks, halts, alerts.",
            "What is so already is not printed. Nothing is asked of a list that you may not read."
        })
final class Listen implements Verb {
    private final Desk desk;

    @Option(names = "--account", required = true)
    String account = "";

    @Option(
            names = "--for",
            paramLabel = "SECONDS",
            description = "At most; without it, until Ctrl-C.")
    @Nullable Integer seconds;

    @Option(
            names = "--every",
            defaultValue = "1000",
            paramLabel = "MILLIS",
            description = "${DEFAULT-VALUE}.")
    int millis;

    @Option(names = "--past", description = "Print what is so already, too.")
    boolean past;

    Listen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() throws InterruptedException {
        Optional<Instant> until = Optional.ofNullable(seconds).map(desk.now()::plusSeconds);
        News news = new News(desk, account);
        boolean isKnown = !past;
        do {
            News.Read read = news.read();
            if (read.wrong().isPresent()) {
                return desk.show(read.wrong().get(), Json::line);
            }
            if (!isKnown) {
                desk.tell(read.events());
            }
            isKnown = false;
            TimeUnit.MILLISECONDS.sleep(millis);
        } while (until.isEmpty() || desk.now().isBefore(until.get()));
        return Exit.OK;
    }
}
