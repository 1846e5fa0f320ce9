package dev.primegate.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.alerting.HaltLinkCheck.Expired;
import dev.primegate.alerting.HaltLinkCheck.Forged;
import dev.primegate.alerting.HaltLinkCheck.Good;
import dev.primegate.risk.HaltScope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HaltLinkKeyTest {
    private static final Instant UNTIL = Instant.parse("2026-11-02T11:00:00Z");
    private static final Instant BEFORE = UNTIL.minusNanos(1);
    private static final HaltLink LINK =
            new HaltLink(
                    new HaltScope("account:fund/main"), "page/rule=over-fill,scope=O&1", UNTIL);

    private final HaltLinkKey key = new HaltLinkKey("0123456789abcdef0123456789abcdef");
    private final Map<String, String> parts = parts(key.query(LINK));

    @Test
    void aLinkIsGoodUntilItsTime() {
        assertThat(check(BEFORE)).isEqualTo(new Good(LINK));
        assertThat(check(UNTIL)).isEqualTo(new Expired(UNTIL));
    }

    @Test
    void anotherScopeIsForged() {
        assertForged("scope", "all");
        assertForged("scope", "account:fund/main ");
        assertForged("scope", "no scope at all");
    }

    @Test
    void anotherIncidentIsForged() {
        assertForged("incident", "page/rule=over-fill,scope=O&2");
        assertForged("incident", "");
    }

    @Test
    void aLaterEndIsForgedAlsoWhenTheLinkHadEnded() {
        parts.put("until", Long.toString(UNTIL.plusSeconds(1).getEpochSecond()));

        assertThat(check(UNTIL)).isEqualTo(new Forged());
        assertForged("until", "tomorrow");
        assertForged("until", "+" + UNTIL.getEpochSecond());
    }

    @Test
    void everyBitOfTheSignatureCounts() {
        String signature = Objects.requireNonNull(parts.get("signature"));
        for (int i = 0; i < signature.length() - 1; i++) {
            char other = signature.charAt(i) == 'A' ? 'B' : 'A';
            assertForged(
                    "signature", signature.substring(0, i) + other + signature.substring(i + 1));
        }
        assertForged("signature", signature.substring(0, 20));
        assertForged("signature", "");
        assertForged("signature", "no signature!");
    }

    @Test
    void partsThatAreCutElsewhereAreForged() {
        parts.put("scope", "account:fund/mai");
        parts.put("incident", "n" + LINK.incident());

        assertThat(check(BEFORE)).isEqualTo(new Forged());
    }

    @Test
    void anotherKeysLinkIsForged() {
        HaltLinkKey other = new HaltLinkKey("another key another key another k");
        parts.putAll(parts(other.query(LINK)));

        assertThat(check(BEFORE)).isEqualTo(new Forged());
    }

    @Test
    void aKeyThatMightBeGuessedIsNone() {
        assertThatThrownBy(() -> new HaltLinkKey("short"))
                .hasMessage("a key of halt links has 5 bytes; it needs 32");
        assertThat(key).hasToString("HaltLinkKey[***]");
    }

    private void assertForged(String part, String value) {
        Map<String, String> forged = new HashMap<>(parts);
        forged.put(part, value);
        assertThat(check(forged, BEFORE)).as("%s=%s", part, value).isEqualTo(new Forged());
    }

    private HaltLinkCheck check(Instant now) {
        return check(parts, now);
    }

    private HaltLinkCheck check(Map<String, String> said, Instant now) {
        return key.check(
                said.getOrDefault("scope", ""),
                said.getOrDefault("incident", ""),
                said.getOrDefault("until", ""),
                said.getOrDefault("signature", ""),
                now);
    }

    private static Map<String, String> parts(String query) {
        Map<String, String> parts = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            parts.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parts;
    }
}
