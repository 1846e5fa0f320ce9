package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens is printed once, and what was so before is not. */
class ListenTest {
    private static final String ORDERS = "GET /v1/orders?account=main";
    private static final String TRADES =
            "GET /v1/executions?account=main&from=2026-11-22T09%3A45%3A00Z";
    private static final String BREAKS = "GET /v1/breaks?account=main";
    private static final String CLOSED = "GET /v1/breaks?account=main&closed=true";
    private static final String HALTS = "GET /v1/halts";
    private static final String ALERTS = "GET /v1/alerts";
    private static final String NONE =
            "{\"orders\":[],\"executions\":[],\"breaks\":[],\"steps\":[],\"open\":[],\"ended\":[]}";

    private final FakeApi api = new FakeApi();

    @BeforeEach
    void nothingHappened() {
        List.of(ORDERS, TRADES, BREAKS, CLOSED, HALTS, ALERTS)
                .forEach(line -> api.on(line, 200, NONE));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void eachChangeOfAnOrderIsPrintedOnce() {
        api.only(ORDERS, 200, order("NEW", "0"))
                .on(ORDERS, 200, order("NEW", "0"))
                .on(ORDERS, 200, order("PARTIALLY_FILLED", "1"))
                .on(ORDERS, 200, order("FILLED", "2"));

        Typed typed = listen();

        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines())
                .containsExactly(
                        "t  order.changed  O1  PARTIALLY_FILLED  1",
                        "t  order.changed  O1  FILLED  2");
    }

    @Test
    void everyKindOfListIsRead() {
        api.on(TRADES, 200, "{\"executions\":[{\"execId\":\"E1\",\"busted\":false}]}")
                .on(TRADES, 200, "{\"executions\":[{\"execId\":\"E1\",\"busted\":true}]}")
                .on(BREAKS, 200, "{\"breaks\":[{\"breakId\":\"B1\",\"state\":\"OPEN\"}]}")
                .on(CLOSED, 200, "{\"breaks\":[{\"breakId\":\"B1\",\"state\":\"CLOSED\"}]}")
                .on(HALTS, 200, "{\"steps\":[{\"scope\":\"all\",\"step\":\"HALTED\"}]}")
                .on(ALERTS, 200, "{\"open\":[{\"incident\":\"I1\"}],\"ended\":[]}")
                .on(ALERTS, 200, "{\"open\":[],\"ended\":[{\"incident\":\"I1\"}]}");

        assertThat(
                        listen("--json")
                                .out()
                                .lines()
                                .map(line -> Json.read(line).path("type").asText()))
                .containsExactlyInAnyOrder(
                        "execution.booked",
                        "execution.busted",
                        "break.moved",
                        "break.moved",
                        "halt.step",
                        "alert.opened",
                        "alert.ended");
    }

    @Test
    void everyPageOfTradesIsRead() {
        api.only(TRADES, 200, "{\"executions\":[{\"execId\":\"E1\"}],\"next\":\"a/b\"}")
                .on(TRADES + "&cursor=a%2Fb", 200, "{\"executions\":[{\"execId\":\"E2\"}]}");

        assertThat(Typed.at(api, "listen", "--account", "main", "--past", "--for", "0").out())
                .contains("E1", "E2");
    }

    @Test
    void whoMayNotReadAlertsHearsTheRest() {
        api.only(ALERTS, 403, "{\"code\":\"forbidden\"}").on(ORDERS, 200, order("NEW", "0"));

        Typed typed = listen();

        assertThat(typed.out()).contains("NEW");
        assertThat(typed.err()).containsOnlyOnce("you may not read alerts");
    }

    @Test
    void anAccountThatIsNotOnesOwnEndsIt() {
        api.only(ORDERS, 403, "{\"code\":\"account-forbidden\"}");

        assertThat(listen().status()).isEqualTo(2);
    }

    @Test
    void anApiThatIsDownForAMomentIsAskedAgain() {
        api.only(ORDERS, 200, NONE)
                .on(ORDERS, 503, "{\"code\":\"busy\",\"title\":\"Busy\"}")
                .on(ORDERS, 200, order("NEW", "0"));

        Typed typed = listen();

        assertThat(typed.out()).contains("NEW");
        assertThat(typed.err()).contains("busy", "Asking again");
    }

    private Typed listen(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of("listen", "--account", "main", "--for", "1", "--every", "1"));
        words.addAll(List.of(more));
        return Typed.later(api, words.toArray(String[]::new));
    }

    private static String order(String status, String filled) {
        return """
        {"orders":[{"orderId":"O1","ordStatus":"%s","cumQty":"%s","lastUpdateTime":"t"}]}
        """
                .formatted(status, filled);
    }
}
