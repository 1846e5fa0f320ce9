package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where money is real, nothing is changed by habit; stopping is never hindered. */
class LiveTest {
    private static final String ENVIRONMENT = "GET /v1/ops/environment";
    private static final String CANCEL = "DELETE /v1/orders/ABC";

    private final FakeApi api = new FakeApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aChangeWhereMoneyIsRealIsRefusedUntilItIsMeant() {
        api.only(ENVIRONMENT, 200, FakeApi.environment("LIVE")).on(CANCEL, 200, "{}");

        Typed refused = Typed.at(api, "order", "cancel", "ABC");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("LIVE", "--live");
        assertThat(api.lines()).containsExactly(ENVIRONMENT);

        assertThat(Typed.at(api, "order", "cancel", "ABC", "--live").status()).isZero();
        assertThat(api.last().line()).isEqualTo(CANCEL);
    }

    @Test
    void whoDoesNotSayWhatItIsIsTakenForLive() {
        for (String world : new String[] {"{}", "{\"world\":\"NEW_WORD\"}", "not json"}) {
            api.only(ENVIRONMENT, 200, world);
            assertThat(Typed.at(api, "order", "cancel", "ABC").status()).as(world).isEqualTo(2);
        }
        api.only(ENVIRONMENT, 500, "");
        assertThat(Typed.at(api, "order", "cancel", "ABC").status()).isEqualTo(2);
        assertThat(api.lines()).doesNotContain(CANCEL);
    }

    @Test
    void aHaltAsksNobodysLeave() {
        api.only(ENVIRONMENT, 200, FakeApi.environment("LIVE"))
                .on("PUT /v1/halts/all", 200, "{\"scope\":\"all\",\"state\":\"HALTED\"}");

        Typed typed = Typed.at(api, "halt", "all", "--reason", "fire", "--cancel-open-orders");

        assertThat(typed.status()).isZero();
        assertThat(api.lines()).containsExactly("PUT /v1/halts/all");
        assertThat(api.last().json())
                .isEqualTo(
                        Json.read(
                                """
                                {"state":"HALTED","reason":"fire","cancelOpenOrders":true}
                                """));
    }

    @Test
    void aResumeIsAChange() {
        api.only(ENVIRONMENT, 200, FakeApi.environment("LIVE"));

        assertThat(Typed.at(api, "resume", "all", "--reason", "over").status()).isEqualTo(2);
        assertThat(api.lines()).containsExactly(ENVIRONMENT);
    }
}
