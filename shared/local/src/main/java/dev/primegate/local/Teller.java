package dev.primegate.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Writes the story to a terminal. */
final class Teller {
    private final PrintStream out;
    private int chapter;

    Teller(PrintStream out) {
        this.out = out;
    }

    void opening(URI api, Parts parts, Path log, Duration took) {
        line("");
        line("primegate: an order from the OMS to Coinbase Prime and back, all in this process");
        line("");
        place("orders", api + "/v1/orders", "ready in %s s".formatted(seconds(took)));
        place("console", api + "/console/index.html", "what an operator sees");
        place("try it in a browser", api + "/q/swagger-ui", "");
        place("Coinbase Prime", parts.simulator().url().toString(), "simulated");
        place("FalconX", parts.falconX().url().toString(), "simulated, for account demo-falconx");
        place("Clear Street", parts.clearStreet().url().toString(), "simulated");
        place("PagerDuty and Slack", parts.standIns().url().toString(), "stand-ins");
        place("log", log.toString(), "");
        line("    the simulated broker's key: sim-access-key / sim-passphrase");
        line("      signing key c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=");
        line("      portfolio 11111111-2222-3333-4444-555555555555");
    }

    void chapter(String title) {
        line("");
        line("%d. %s".formatted(++chapter, title));
    }

    void request(String text) {
        line("   > %s".formatted(text));
    }

    void answer(HttpCalls.Response answer, String text) {
        line("   < %d %s  (%d ms)".formatted(answer.status(), text, answer.took().toMillis()));
    }

    void event(String text) {
        line("     %s".formatted(text));
    }

    void broken(String why) {
        line("");
        line("The story did not hold: %s".formatted(why));
    }

    void closing(URI api, Parts parts) {
        line("");
        line("Your turn; paste this twice:");
        line("");
        line(
                "  curl -s %s/v1/orders -H 'Content-Type: application/json' -d '%s'"
                        .formatted(api, Story.YOURS));
        line("");
        line("Then watch it:  curl -s '%s/v1/orders?account=demo'".formatted(api));
        line(
                "Make the broker misbehave:  curl -s %s/control/faults -d '%s'"
                        .formatted(parts.simulator().url(), "{\"fault\":\"cutAfterAccept\"}"));
        line("Ctrl-C ends it.");
    }

    private void place(String what, String where, String note) {
        line("    %-20s  %s  %s".formatted(what, where, note));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0f);
    }

    private void line(String text) {
        out.println(text.stripTrailing());
    }
}
