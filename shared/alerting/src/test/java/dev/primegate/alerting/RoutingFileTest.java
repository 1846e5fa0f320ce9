package dev.primegate.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingFileTest {
    /** The tree that travels with the software, alert by alert. */
    @ParameterizedTest
    @CsvFileSource(resources = "/usual-routes.csv", delimiter = '|', numLinesToSkip = 1)
    @Proves("K6")
    void theUsualTreeTellsWhomItShould(
            String labels, String route, String channels, String incident) {
        RoutingTree tree = RoutingFile.read(Routing.usual());
        Labels given = labels(labels);

        List<Route> routes = tree.routes(given);

        assertThat(routes).extracting(Route::name).containsExactly(route);
        assertThat(String.join(" ", routes.getFirst().policy().channels())).isEqualTo(channels);
        assertThat(routes.getFirst().key(given)).isEqualTo(incident);
    }

    @Test
    void aRouteHasFromAboveWhatItLeavesOut() {
        RoutingTree tree =
                RoutingFile.read(
                        """
                        windows:
                          day: {days: [monday], from: "08:00", to: "17:00", zone: Europe/London}
                        root:
                          channels: [slack]
                          fallback: [email]
                          group-by: [rule, scope]
                          group-wait: 30s
                          group-interval: 5m
                          repeat: 4h
                          routes:
                            - name: loud
                              match: [severity=critical]
                              channels: ["pagerduty:equities"]
                              group-wait: 0s
                              hours: day
                              end-after: 24h
                              escalate: {after: 15m, channels: [email]}
                              continue: true
                            - name: all
                              match: ["rule=~.*"]
                        """);

        List<Route> routes = tree.routes(labels("rule=x severity=critical"));

        assertThat(routes).extracting(Route::name).containsExactly("loud", "all");
        Route loud = routes.getFirst();
        assertThat(loud.policy().channels()).containsExactly("pagerduty:equities");
        assertThat(loud.policy().fallback()).containsExactly("email");
        assertThat(loud.policy().groupWait()).isZero();
        assertThat(loud.policy().groupInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(loud.policy().repeat()).contains(Duration.ofHours(4));
        assertThat(
                        loud.policy()
                                .hours()
                                .orElseThrow()
                                .contains(Instant.parse("2026-11-02T09:00:00Z")))
                .isTrue();
        assertThat(
                        loud.policy()
                                .hours()
                                .orElseThrow()
                                .contains(Instant.parse("2026-11-03T09:00:00Z")))
                .isFalse();
        assertThat(tree.channels())
                .containsExactlyInAnyOrder("slack", "email", "pagerduty:equities");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "routes: [{name: a, mach: [x=y]}] | routing.root.routes[0]: nothing is called [mach] here",
                "routes: [{match: [x=y]}] | routing.root.routes[0].name: is missing",
                "routes: [{name: a}] | a route without match hides those after it",
                "routes: [{name: a, match: [x=y]}, {name: a, match: [x=y]}] | expected a name of its own",
                "routes: [{name: a, match: [nonsense]}] | routes[0].match: expected name=value",
                "`routes: [{name: a, match: ['x=~(']}]` | routes[0].match: x=~(",
                "repeat: soon | routing.root.repeat",
                "digest: noon | routing.root.digest: expected a time and a zone",
                "hours: night | routing.root.hours: expected one of []",
                "fallback: [pigeon] | routing.root.fallback: expected one of",
                "continue: maybe | routing.root.continue: expected true or false",
                "group-by: [x], group-by: [y] | no YAML",
            })
    void whatIsWrongInItSaysWhere(String addition, String message) {
        String root =
                "root: {channels: [slack], group-by: [rule], group-wait: 0s, group-interval: 1m, ";
        assertThatThrownBy(() -> RoutingFile.read(root + addition + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTreeWithoutTheNecessaryIsNone() {
        assertThatThrownBy(() -> RoutingFile.read("root: {channels: [slack]}"))
                .hasMessageContaining("needs channels, group-by");
        assertThatThrownBy(() -> RoutingFile.read("inhibit: []"))
                .hasMessageContaining("routing.root: is missing");
        assertThatThrownBy(() -> RoutingFile.read("- a")).hasMessageContaining("expected a map");
    }

    private static Labels labels(String text) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (String label : text.split(" ", -1)) {
            int equals = label.indexOf('=');
            labels.put(label.substring(0, equals), label.substring(equals + 1));
        }
        return new Labels(labels);
    }
}
