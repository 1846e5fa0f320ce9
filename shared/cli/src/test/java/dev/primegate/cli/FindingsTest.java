package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be looked at is told by the status, too. */
class FindingsTest {
    private static final String BROKERS = "GET /v1/ops/brokers";
    private static final String HEALTH = "GET /health/brokers/one";
    private static final String ON_TIME =
            "{\"brokerTime\":\"2026-11-22T10:00:19Z\",\"tookMillis\":12}";
    private static final String STATE =
            """
            {"broker":"one","health":"UP","trading":"ACTIVE","feed":{"isRead":true},
             "rate":{"perSecond":10,"stepSeconds":10,"used":[50,10]}}
            """;

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void tablesAreRead() {
        for (String table : List.of("orders", "halts", "breaks", "alerts")) {
            api.on("GET /v1/" + table, 200, "{}");
        }
    }

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({"OPEN, 3", "INVESTIGATING, 3", "EXPLAINED, 0", "CLOSED, 0"})
    void aBreakThatNobodyExplainedIsAFinding(String state, int expected) {
        api.on(
                "GET /v1/breaks?account=main&closed=false",
                200,
                "{\"breaks\":[{\"breakId\":\"b1\",\"state\":\"%s\",\"cause\":\"missing-here\"}]}"
                        .formatted(state));

        Typed typed = Typed.at(api, "breaks", "--account", "main");

        assertThat(typed.status()).isEqualTo(expected);
        assertThat(typed.out()).contains("b1", "missing-here");
    }

    @Test
    void aHaltHasAStatusOfItsOwn() {
        String none = "{\"halts\":[]}";
        String one = "{\"halts\":[{\"scope\":\"all\",\"state\":\"HALTED\",\"reason\":\"fire\"}]}";

        assertThat(Typed.at(api.only("GET /v1/halts", 200, none), "halts").status()).isZero();
        Typed typed = Typed.at(api.only("GET /v1/halts", 200, one), "halts");

        assertThat(typed.status()).isEqualTo(4);
        assertThat(typed.out()).contains("all", "HALTED", "fire");
    }

    @Test
    void theFirstWhoResumesIsToldThatAnotherMust() {
        api.on(
                "DELETE /v1/halts/account%3Afund%2Fmain?reason=all%20%26%20over",
                202, "{\"scope\":\"account:fund/main\",\"state\":\"HALTED\"}");

        Typed typed = Typed.at(api, "resume", "account:fund/main", "--reason", "all & over");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.err()).contains("another person");
    }

    @Test
    void theDoctorIsContentWithABrokerThatAnswersOnTime() {
        Typed typed = examined(200, "{\"brokerTime\":\"2026-11-22T10:00:19Z\",\"tookMillis\":12}");

        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .contains(
                        "one",
                        "taken, in 12 ms",
                        "18 s ahead",
                        "30 % of 10 a second lately, at most 50 %")
                .contains("a feed that is read", "tables   orders")
                .doesNotContain("WRONG", "look");
        assertThat(typed.err()).contains("SANDBOX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"health\":\"UP\"     | \"health\":\"DOWN\"     | broker-down.md",
                "\"isRead\":true       | \"isRead\":false        | feed-silent.md",
                "[50,10]               | [71,80]                 | rate-budget.md"
            })
    void theDoctorSaysWhatIsWrongAndWhereToReadOn(String good, String bad, String next) {
        String state = STATE.replace(good, bad);
        assertThat(state).isNotEqualTo(STATE);
        api.on(BROKERS, 200, "{\"brokers\":[%s]}".formatted(state)).on(HEALTH, 200, ON_TIME);

        Typed typed = Typed.at(api, "doctor");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).containsOnlyOnce("WRONG").contains(next);
    }

    @Test
    void aHaltIsToldAndIsNoIllness() {
        api.on(BROKERS, 200, "{\"brokers\":[%s]}".formatted(STATE.replace("ACTIVE", "HALTED")))
                .on(HEALTH, 200, ON_TIME);

        Typed typed = Typed.at(api, "doctor");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("HALTED", "look", "./primegate halts");
    }

    @Test
    void aLimitThatWasNearlyReachedOnceIsLookedAt() {
        String state = STATE.replace("[50,10]", "[10,71]");
        api.on(BROKERS, 200, "{\"brokers\":[%s]}".formatted(state)).on(HEALTH, 200, ON_TIME);

        Typed typed = Typed.at(api, "doctor");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("41 % of 10 a second", "look", "rate-budget.md");
    }

    @Test
    void theDoctorFindsATableThatCannotBeRead() {
        api.only("GET /v1/breaks", 503, "{\"code\":\"not-read\",\"title\":\"No\"}");

        Typed typed = examined(200, ON_TIME);

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).containsOnlyOnce("WRONG").contains("not-read");
    }

    @Test
    void anAddressThatIsNotAllowedIsNoWrongKey() {
        Typed typed = examined(503, "{\"code\":\"broker-unhealthy\",\"detail\":\"answered 403\"}");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("allow-list", "addresses");
    }

    @Test
    void theDoctorFindsAWrongClock() {
        Typed typed = examined(200, "{\"brokerTime\":\"2026-11-22T09:59:40Z\",\"tookMillis\":12}");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("clock");
    }

    @Test
    void theDoctorAsksABrokerThatWasLateAgain() {
        api.on(HEALTH, 503, "{\"code\":\"broker-unhealthy\",\"detail\":\"no answer\"}");
        Typed typed = examined(200, "{\"brokerTime\":\"2026-11-22T10:00:19Z\",\"tookMillis\":12}");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("taken", "ok");
        assertThat(typed.err()).contains("one: no answer; asking again");
    }

    @Test
    void theDoctorFindsAKeyThatIsNotTaken() {
        Typed typed =
                examined(503, "{\"code\":\"broker-unhealthy\",\"detail\":\"refused with 401\"}");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("broker-unhealthy", "refused with 401");
    }

    @Test
    void noBrokerAtAllIsAFinding() {
        api.on(BROKERS, 200, "{\"brokers\":[]}");

        assertThat(Typed.at(api, "doctor").status()).isEqualTo(3);
    }

    @Test
    void completionKnowsEveryVerb() {
        Typed typed = Typed.run(Map.of(), List.of("completion"));

        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .contains("submit", "cancel", "watch", "positions", "breaks", "resume", "doctor")
                .contains("margin-call", "outage", "throttle", "skew", "duplicate", "drop", "gap")
                .contains("explain", "completion");
    }

    @Test
    void theLauncherKnowsEveryVerb() throws IOException {
        List<String> verbs =
                Pattern.compile("(?m)^  ([a-z-]+)(?:  |$)")
                        .matcher(Typed.run(Map.of(), List.of("--help")).out())
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(verbs).hasSizeGreaterThan(20).contains("order", "replay");
        assertThat(
                        Files.readString(Path.of("../../primegate"))
                                .split("cli \"\\$verb\"", 2)[0]
                                .split("(?m)^    simulate\\)", 2)[1]
                                .split("[^a-z-]+", -1))
                .containsAll(verbs.stream().filter(verb -> !verb.equals("recon")).toList());
    }

    private Typed examined(int status, String health) {
        api.on(BROKERS, 200, "{\"brokers\":[%s]}".formatted(STATE)).on(HEALTH, status, health);
        return Typed.at(api, "doctor");
    }
}
