package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A break is shown with both its sides. */
class ExplainBreakTest {
    private static final String PATH = "/v1/breaks/b1";

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void found() {
        api.on("GET " + PATH, 200, found("OPEN"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void bothRowsStandBesideEachOther() {
        Typed typed = Typed.at(api, "recon", "explain", "b1");

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out().lines())
                .containsExactly(
                        "b1  OPEN  E1 of main at one, 2026-11-20",
                        "price: 12.50 USD at stake",
                        "field     ours  broker",
                        "price     100   101     differs",
                        "quantity  5     5",
                        "next: ask for the confirmation");
    }

    @Test
    void aSideWithoutARowSaysSo() {
        api.only("GET " + PATH, 200, "{\"state\":\"CLOSED\",\"ours\":[],\"brokers\":[{}]}");

        Typed typed = Typed.at(api, "recon", "explain", "b1");

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("ours (no row)");
    }

    @Test
    void anExplanationIsWrittenDown() {
        api.on("POST " + PATH + "/explain", 200, found("EXPLAINED"));

        Typed typed =
                Typed.at(
                        api,
                        "recon",
                        "explain",
                        "b1",
                        "--reason",
                        "TIMING",
                        "--evidence",
                        "ticket 7");

        assertThat(typed.status()).isZero();
        assertThat(api.last().json())
                .isEqualTo(Json.read("{\"reason\":\"TIMING\",\"evidence\":\"ticket 7\"}"));
    }

    @Test
    void aReasonWithoutEvidenceIsNone() {
        assertThat(Typed.at(api, "recon", "explain", "b1", "--reason", "TIMING").status())
                .isEqualTo(2);
        assertThat(api.lines()).isEmpty();
    }

    private static String found(String state) {
        return """
        {"breakId":"b1","state":"%s","what":"E1","account":"main","broker":"one","day":"2026-11-20",
         "cause":"price","atStake":"12.50","atStakeAsset":"USD","action":"ask for the confirmation",
         "ours":[{"fields":{"quantity":"5","price":"100"}}],
         "brokers":[{"fields":{"quantity":"5","price":"101"}}],
         "differences":[{"field":"price","ours":"100","brokers":"101"}]}
        """
                .formatted(state);
    }
}
