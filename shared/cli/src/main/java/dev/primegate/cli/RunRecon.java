package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has books compared now, waits for the end, and shows what an account's are left with. */
@Command(
        name = "run",
        description = {
            "Have books compared now, and not when the schedule has it; wait until it has ended.",
            "Status 3: it had not by then, or a break is open in the --account."
        })
final class RunRecon implements Verb {
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Desk desk;

    @Mixin Caution caution = new Caution();

    @Parameters(
            paramLabel = "JOB",
            defaultValue = "trades",
            description = "trades, positions, drift, chain, rehearsal or reports.")
    String job = "";

    @Option(names = "--account", description = "Show its breaks then.")
    @Nullable String account;

    @Option(
            names = "--for",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description = "At most; ${DEFAULT-VALUE}.")
    int seconds;

    RunRecon(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() throws InterruptedException {
        Optional<Answer> made = desk.made(Change.of("POST", "/v1/runs/" + Http.part(job)), caution);
        if (made.isEmpty()) {
            return Exit.OK;
        }
        Answer asked = made.get();
        if (!asked.isGood()) {
            return desk.show(asked, RunRecon::words);
        }
        Answer last = ended(asked.text("askedAt"));
        if (!last.isGood()) {
            return desk.show(last, RunRecon::words);
        }
        JsonNode run = mine(last);
        if (stands(run, asked.text("askedAt"))) {
            desk.say(
                    "%s has not ended; it goes on, and `recon run` may be asked again"
                            .formatted(job));
            return Exit.FINDING;
        }
        if (account == null) {
            desk.print(desk.wantsJson() ? Json.pretty(run) : words(run));
            return Exit.OK;
        }
        desk.say(words(run));
        return Lists.Breaks.show(desk, account, false);
    }

    /** The latest word, once the run has ended or there is no more time. */
    private Answer ended(String askedAt) throws InterruptedException {
        Instant begun = desk.now();
        try (Progress progress = desk.progress("comparing, in seconds")) {
            while (true) {
                Answer runs = desk.get("/v1/runs");
                long gone = Duration.between(begun, desk.now()).toSeconds();
                if (!runs.isGood() || !stands(mine(runs), askedAt) || gone >= seconds) {
                    return runs;
                }
                progress.show((int) gone, seconds);
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private JsonNode mine(Answer runs) {
        for (JsonNode run : runs.body().path("runs")) {
            if (run.path("job").asText().equals(job)) {
                return run;
            }
        }
        throw new RefusedException("the API says nothing of " + job);
    }

    /** What was asked for since is another's. */
    private static boolean stands(JsonNode run, String askedAt) {
        return run.path("askedAt").asText().equals(askedAt);
    }

    private static String words(JsonNode run) {
        return "%s ended at %s"
                .formatted(run.path("job").asText(), run.path("lastEndedAt").asText("-"));
    }
}
