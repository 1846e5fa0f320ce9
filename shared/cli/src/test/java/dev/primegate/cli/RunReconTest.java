package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunReconTest {
    private static final String ASKED =
            """
            {"job":"trades","lastEndedAt":"2026-11-22T09:00:00Z","askedAt":"2026-11-22T10:00:00Z",
             "askedBy":"ann"}
            """;
    private static final String ENDED =
            "{\"job\":\"trades\",\"lastEndedAt\":\"2026-11-22T10:00:09Z\"}";

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void takesIt() {
        api.on("POST /v1/runs/trades", 202, ASKED);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void itWaitsForTheEnd() {
        api.on("GET /v1/runs", 200, runs(ASKED)).on("GET /v1/runs", 200, runs(ENDED));

        Typed typed = Typed.later(api, "recon", "run");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).isEqualToIgnoringNewLines("trades ended at 2026-11-22T10:00:09Z");
        assertThat(api.lines())
                .containsExactly(
                        "GET /v1/ops/environment",
                        "POST /v1/runs/trades",
                        "GET /v1/runs",
                        "GET /v1/runs");
    }

    @Test
    void whatAnotherAskedForSinceIsNotWaitedFor() {
        api.on("GET /v1/runs", 200, runs(ASKED.replace("10:00:00Z", "10:00:05Z")));

        assertThat(Typed.later(api, "recon", "run", "trades").status()).isZero();
    }

    @Test
    void theBreaksOfAnAccountAreAFinding() {
        api.on("GET /v1/runs", 200, runs(ENDED))
                .on(
                        "GET /v1/breaks?account=main&closed=false",
                        200,
                        "{\"breaks\":[{\"breakId\":\"b1\",\"state\":\"OPEN\"}]}");

        Typed typed = Typed.later(api, "recon", "run", "--account", "main");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("b1").doesNotContain("ended");
        assertThat(typed.err()).contains("trades ended at 2026-11-22T10:00:09Z");
    }

    @Test
    void whatDoesNotEndIsAFinding() {
        api.on("GET /v1/runs", 200, runs(ASKED));

        Typed typed = Typed.later(Duration.ofSeconds(30), api, "recon", "run", "--for", "60");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.err()).contains("trades has not ended");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void aDryRunAsksForNothing() {
        Typed typed = Typed.at(api, "recon", "run", "drift", "--dry-run");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("POST", "/v1/runs/drift");
        assertThat(api.lines()).isEmpty();
    }

    @Test
    void whoMayNotIsTold() {
        api.on("POST /v1/runs/reports", 403, "{\"code\":\"role-missing\",\"title\":\"No\"}");

        assertThat(Typed.at(api, "recon", "run", "reports").status()).isEqualTo(2);
    }

    private static String runs(String run) {
        return "{\"runs\":[{\"job\":\"drift\"}," + run + "]}";
    }
}
