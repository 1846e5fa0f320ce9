package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be looked at is told by the status, too. */
class FindingsTest {
    private static final String BROKERS = "GET /v1/ops/brokers";
    private static final String HEALTH = "GET /health/brokers/one";

    private final FakeApi api = new FakeApi();

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
        assertThat(typed.out()).contains("one", "taken", "ok");
        assertThat(typed.err()).contains("SANDBOX");
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

    private Typed examined(int status, String health) {
        api.on(BROKERS, 200, "{\"brokers\":[{\"broker\":\"one\",\"trading\":\"ACTIVE\"}]}")
                .on(HEALTH, status, health);
        return Typed.at(api, "doctor");
    }
}
