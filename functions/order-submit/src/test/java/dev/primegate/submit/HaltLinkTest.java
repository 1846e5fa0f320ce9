package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.alerting.HaltLink;
import dev.primegate.alerting.HaltLinkConfig;
import dev.primegate.alerting.HaltLinkKey;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a link of a page does to whoever follows it, and to whoever made it up. */
class HaltLinkTest {
    private static final Instant T0 = Instant.parse("2026-11-02T10:00:00Z");
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String FORMER = "fedcba9876543210fedcba9876543210";
    private static final HaltScope BTC = new HaltScope("symbol:BTC-USD");
    private static final HaltLink LINK =
            new HaltLink(BTC, "page/rule=<b>", T0.plus(Duration.ofHours(1)));

    private final SettableClock clock = new SettableClock(T0);
    private final MemoryBooks books = new MemoryBooks(clock);
    private final HaltLinkResource links = links(Optional.of("primegate/halt-links"));

    @Test
    void toLookSaysWhatWouldBeHaltedAndHaltsNothing() {
        String page = look(links, signed(KEY, LINK));

        assertThat(page)
                .contains(
                        "<h1>Halt symbol:BTC-USD?</h1>",
                        "<form method=\"post\">",
                        "page/rule=&lt;b&gt;",
                        "good until 2026-11-02T11:00:00Z")
                .doesNotContain("<b>.");
        assertThat(halted()).isEmpty();
    }

    @Test
    void toPostHaltsAndAgainItIsHaltedStill() {
        assertThat(post(links, signed(KEY, LINK))).contains("symbol:BTC-USD is halted");
        assertThat(post(links, signed(KEY, LINK))).contains("symbol:BTC-USD is halted");

        assertThat(halted()).containsExactly(BTC);
        assertThat(books.halts().cases().getFirst().last().by()).isEqualTo("halt link");
        assertThat(books.halts().cases().getFirst().last().reason()).isEqualTo("for page/rule=<b>");
    }

    @Test
    void aLinkFromBeforeTheKeyWasChangedIsGood() {
        assertThat(post(links, signed(FORMER, LINK))).contains("is halted");
    }

    @Test
    void whatWasChangedHaltsNothing() {
        for (String part : List.of("scope", "incident", "until", "signature")) {
            Map<String, String> forged = signed(KEY, LINK);
            forged.computeIfPresent(part, (_, value) -> value + "0");
            refused(links, forged, "halt-link-invalid");

            Map<String, String> torn = signed(KEY, LINK);
            torn.remove(part);
            refused(links, torn, "halt-link-invalid");
        }
        refused(links, signed("a key of somebody else entirely!", LINK), "halt-link-invalid");
    }

    @Test
    void afterItsTimeItHaltsNothing() {
        clock.advance(Duration.ofHours(1));

        refused(links, signed(KEY, LINK), "halt-link-expired");
        refused(links, signed(FORMER, LINK), "halt-link-expired");
    }

    @Test
    void whereThereAreNoLinksNoneIsGood() {
        refused(links(Optional.empty()), signed(KEY, LINK), "halt-link-invalid");
    }

    @Test
    void aScopeThatNamesNothingIsRefusedRatherThanAcknowledged() {
        HaltLink nothing = new HaltLink(new HaltScope("symbol:NOTHING"), "i", LINK.until());

        assertThatThrownBy(() -> post(links, signed(KEY, nothing)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("invalid-parameter"));
        assertThat(halted()).isEmpty();
    }

    private void refused(HaltLinkResource there, Map<String, String> parts, String code) {
        assertThatThrownBy(() -> look(there, parts))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
        assertThatThrownBy(() -> post(there, parts))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
        assertThat(halted()).isEmpty();
    }

    private List<HaltScope> halted() {
        return books.halts().cases().stream()
                .filter(halt -> halt.state() == TradingState.HALTED)
                .map(HaltCase::scope)
                .toList();
    }

    private HaltLinkResource links(Optional<String> secret) {
        Brokers<OrderGateway> gateways = new Brokers<>(List.of());
        return new HaltLinkResource(
                new CheckHaltLink(new TwoKeys(), new Links(secret, Duration.ofHours(1)), clock),
                new Scopes(gateways, SymbolMaster.standard()),
                new HaltTrading(
                        books.halts(),
                        new SweepHalts(books.halts(), books.query(), books.book(), clock),
                        gateways,
                        clock));
    }

    private static String look(HaltLinkResource there, Map<String, String> parts) {
        return there.show(
                parts.get("scope"),
                parts.get("incident"),
                parts.get("until"),
                parts.get("signature"));
    }

    private static String post(HaltLinkResource there, Map<String, String> parts) {
        return there.halt(
                parts.get("scope"),
                parts.get("incident"),
                parts.get("until"),
                parts.get("signature"));
    }

    private static Map<String, String> signed(String key, HaltLink link) {
        Map<String, String> parts = new HashMap<>();
        for (String pair : new HaltLinkKey(key).query(link).split("&", -1)) {
            int equals = pair.indexOf('=');
            parts.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parts;
    }

    /** A key, and the one before it. */
    private static final class TwoKeys implements Secrets {
        @Override
        public Secret get(String name) {
            return secret(name, KEY);
        }

        @Override
        public Optional<Secret> previous(String name) {
            return Optional.of(secret(name, FORMER));
        }

        private static Secret secret(String name, String key) {
            return Secret.parse(name, "{\"key\":\"%s\"}".formatted(key));
        }
    }

    /** Settings of links. */
    private record Links(Optional<String> secret, Duration goodFor) implements HaltLinkConfig {}
}
