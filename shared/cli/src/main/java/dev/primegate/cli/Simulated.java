package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The simulated broker that is told what goes wrong. */
@Command(
        name = "sim",
        synopsisSubcommandLabel = "VERB",
        description = "Tell the simulated broker what happens, or goes wrong.")
final class Simulated {
    private final Desk desk;

    @Option(
            names = "--sim-url",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description =
                    "Where it is; PRIMEGATE_SIM_URL, or else Coinbase Prime's: ${DEFAULT-VALUE}.",
            defaultValue = "${env:PRIMEGATE_SIM_URL:-http://localhost:8091}")
    URI url = URI.create("");

    Simulated(Desk desk) {
        this.desk = desk;
    }

    /** Tells it, unless it is a dry run, and shows what it answered. */
    Exit tell(String what, JsonNode body, boolean dryRun) {
        Change change = Change.of("POST", "/control/" + what, body);
        if (dryRun) {
            desk.print(Json.pretty(change.shown(at().at(change.path()))));
            desk.say("nothing was sent");
            return Exit.OK;
        }
        return desk.show(
                at().call(change.method(), change.path(), Optional.of(Json.line(body))),
                Json::line);
    }

    JsonNode ask(String what) {
        return at().call("GET", "/control/" + what, Optional.empty()).body();
    }

    /**
     * What is bid for {@code symbol} there.
     *
     * @throws RefusedException if it does not trade there
     */
    BigDecimal bid(String symbol) {
        for (JsonNode market : ask("market").path("markets")) {
            if (market.path("instrument").asText().equals(symbol)) {
                return new BigDecimal(market.path("bid").asText());
            }
        }
        throw new RefusedException("there is no market of " + symbol);
    }

    private Http at() {
        return desk.at(url);
    }
}
