package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.OrderId;
import dev.primegate.proof.Proves;
import dev.primegate.telemetry.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactedTest {
    private static final OrderId ORDER = new OrderId("AAAAAAAAAAAAAAAAAAAAAAAA");

    /** Keys, tokens, signatures and persons, in the shapes that brokers and their users have. */
    static Stream<String> canaries() {
        return Stream.of(
                "sk_live_51HCanaryZq8Kx0aP3vTg7",
                "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2ln",
                "c2VjcmV0LWNhbmFyeS1wYXNzcGhyYXNl==",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "ann.canary@fund.example",
                "correct horse battery staple",
                "CanaryPassphrase");
    }

    @ParameterizedTest
    @MethodSource("canaries")
    @Proves("E4")
    void noSecretIsShownWhereverItStands(String canary) {
        String everywhere =
                """
                {"order_id": "%1$s", "status": "%1$s", "message": "refused for %1$s",
                 "api_key": "%1$s", "trader_email": "%1$s", "%1$s": "%1$s",
                 "order": {"error": "%1$s", "code": ["%1$s", {"%1$s": 1, "type": "%1$s"}]}}\
                """
                        .formatted(canary);

        List<Exchange.Sent> requests =
                List.of(
                        sent("/v1/portfolios/" + canary + "/order", canary, everywhere),
                        sent("/" + canary, canary, "grant=" + canary),
                        sent("/v1/order", canary, "[\"" + canary + "\"]"));
        for (Exchange.Sent request : requests) {
            for (String answer : List.of(everywhere, canary, "{\"error\":\"" + canary, "")) {
                assertThat(line(request, answer)).doesNotContain(canary);
            }
        }
    }

    @Test
    @Proves("E4")
    void whatAPersonNeedsToFollowAnExchangeIsShown() {
        String body =
                """
                {"client_order_id":"0b0e9e06-0d2f-8c7a-8a15-2f8f4a6f5d31","side":"BUY",\
                "base_quantity":"1.5","portfolio_id":"123e4567-e89b-12d3-a456-426614174000"}\
                """;

        String line =
                line(sent("/v1/portfolios/8c1f77/order", "secret", body), "{\"status\":\"NEW\"}");

        assertThat(line)
                .contains(
                        "\"order\":\"AAAAAAAAAAAAAAAAAAAAAAAA\"",
                        "\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\"",
                        "\"outcome\":\"ANSWERED\"",
                        "\"took_ms\":12.000000",
                        "\"method\":\"POST\"",
                        "\"path\":\"/v1/portfolios/***/order\"",
                        "\"status\":200",
                        "\"client_order_id\":\"0b0e9e06-0d2f-8c7a-8a15-2f8f4a6f5d31\"",
                        "\"side\":\"BUY\"",
                        "\"base_quantity\":\"1.5\"",
                        "\"body\":{\"status\":\"NEW\"}",
                        "\"***\":1")
                .doesNotContain("123e4567", "8c1f77");
    }

    @Test
    void anAnswerThatIsLostIsALineToo() {
        Exchange exchange = exchange();

        assertThat(line(exchange, new Answer.Broken("TimeoutException")))
                .contains("\"outcome\":\"BROKEN\"", "\"none\":\"TimeoutException\"");
    }

    private static Exchange.Sent sent(String path, String secret, String body) {
        return new Exchange.Sent(
                "POST",
                path,
                List.of("cursor-" + secret, secret, "limit"),
                Map.of(
                        "X-CB-ACCESS-KEY",
                        secret,
                        "Authorization",
                        secret,
                        secret,
                        secret,
                        "User-Agent",
                        "primegate"),
                body);
    }

    private static String line(Exchange.Sent request, String answer) {
        Exchange exchange = exchange();
        exchange.sent(request);
        return line(exchange, new Answer.Whole(200, answer, Optional.empty(), Optional.empty()));
    }

    private static String line(Exchange exchange, Answer answer) {
        return ExchangeLog.line(
                new ExchangeLog.Entry(
                        new BrokerId("paper"),
                        exchange,
                        Optional.of(ORDER),
                        answer,
                        Duration.ofMillis(12)));
    }

    private static Exchange exchange() {
        return new Exchange(
                new Trace("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));
    }
}
