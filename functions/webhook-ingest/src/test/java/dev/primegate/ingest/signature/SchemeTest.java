package dev.primegate.ingest.signature;

import static dev.primegate.ingest.signature.Fixture.SIGNED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scheme by a fixture that other hands have signed. */
class SchemeTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSIGNED")
    @Proves("G12")
    void whatTheSenderSignedIsGood(Scheme scheme) {
        Fixture fixture = Fixture.of(scheme);

        assertThat(fixture.verify(fixture.delivery())).isInstanceOf(Verdict.Good.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSIGNED")
    @Proves("G12")
    void noByteOfTheBodyMayDiffer(Scheme scheme) {
        Fixture fixture = Fixture.of(scheme);

        for (int i = 0; i < fixture.body.length; i++) {
            byte[] changed = fixture.body.clone();
            changed[i] ^= 1;
            assertBad(fixture, Fixture.delivery(fixture.headers, changed));
        }
        assertBad(fixture, Fixture.delivery(fixture.headers, new byte[0]));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNSIGNED")
    @Proves("G12")
    void noHeaderMayBeMissingOrCut(Scheme scheme) {
        Fixture fixture = Fixture.of(scheme);

        fixture.headers.forEach((name, value) -> {
            Map<String, String> without = new TreeMap<>(fixture.headers);
            without.remove(name);
            assertBad(fixture, Fixture.delivery(without, fixture.body));
            Map<String, String> cut = new TreeMap<>(fixture.headers);
            for (int length = 0; length < value.length(); length++) {
                cut.put(name, value.substring(0, length));
                assertBad(fixture, Fixture.delivery(cut, fixture.body));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNSIGNED", "FIREBLOCKS"})
    @Proves({"G12", "X37"})
    void eitherOfTwoKeysIsGoodAndNoOther(Scheme scheme) {
        Fixture fixture = Fixture.of(scheme);
        String wrong = Keys.another(scheme);

        assertThat(fixture.verify(fixture.delivery(), SIGNED_AT, wrong, fixture.key()))
                .isInstanceOf(Verdict.Good.class);
        assertThat(fixture.verify(fixture.delivery(), SIGNED_AT, fixture.key(), wrong))
                .isInstanceOf(Verdict.Good.class);
        assertThat(fixture.verify(fixture.delivery(), SIGNED_AT, wrong))
                .isInstanceOf(Verdict.Bad.class);
        assertThat(fixture.verify(fixture.delivery(), SIGNED_AT)).isInstanceOf(Verdict.Bad.class);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "STANDARD_WEBHOOKS",
                "COINBASE_CDP",
                "KRAKEN",
                "REVOLUT",
                "BINANCE_CONNECT",
                "FIREBLOCKS"
            })
    @Proves("G12")
    void whatIsDatedIsGoodForFiveMinutes(Scheme scheme) {
        Fixture fixture = Fixture.of(scheme);

        assertThat(at(fixture, SIGNED_AT.plusSeconds(299))).isInstanceOf(Verdict.Good.class);
        assertThat(at(fixture, SIGNED_AT.plusSeconds(302))).isEqualTo(new Verdict.Bad("stale"));
        assertThat(at(fixture, SIGNED_AT.minusSeconds(29))).isInstanceOf(Verdict.Good.class);
        assertThat(at(fixture, SIGNED_AT.minusSeconds(32)))
                .isEqualTo(new Verdict.Bad("from the future"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1793613600",
                "-1793613600",
                " 1793613600",
                "1793613600.0",
                "0x6AE7",
                "１７９３６１３６００",
                "1793613600000"
            })
    @Proves("G12")
    void aTimestampIsSpelledInOneWay(String timestamp) {
        Fixture fixture = Fixture.of(Scheme.STANDARD_WEBHOOKS);
        fixture.headers.put("webhook-timestamp", timestamp);

        assertThat(fixture.verify(fixture.delivery()))
                .isEqualTo(new Verdict.Bad("no signature that can be read"));
    }

    @Test
    void aFieldThatComesTwiceIsNeitherOfTheTwo() {
        Fixture fixture = Fixture.of(Scheme.KRAKEN);
        fixture.headers.put("x-signature", "t=1793613600," + fixture.headers.get("x-signature"));

        assertThat(fixture.verify(fixture.delivery())).isInstanceOf(Verdict.Bad.class);
    }

    @Test
    void theMessageIdIsTheSendersOwnWhereItSaysOne() {
        Fixture fixture = Fixture.of(Scheme.STANDARD_WEBHOOKS);

        assertThat(fixture.verify(fixture.delivery()))
                .isEqualTo(
                        new Verdict.Good(
                                Optional.of("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"),
                                Optional.of(SIGNED_AT)));
    }

    @Test
    void aMacMayBeInHexOrBase64() {
        Fixture fixture = Fixture.of(Scheme.BVNK);
        byte[] mac =
                HexFormat.of().parseHex(Objects.requireNonNull(fixture.headers.get("x-signature")));
        fixture.headers.put("x-signature", Base64.getEncoder().encodeToString(mac));

        assertThat(fixture.verify(fixture.delivery())).isInstanceOf(Verdict.Good.class);
    }

    @Test
    void nothingIsEverSignedByNobody() {
        Fixture fixture = Fixture.of(Scheme.BVNK);

        assertThat(
                        new Verifier(Scheme.UNSIGNED)
                                .verify(fixture.delivery(), List.of(fixture.key()), SIGNED_AT))
                .isInstanceOf(Verdict.Bad.class);
    }

    private static Verdict at(Fixture fixture, Instant now) {
        return fixture.verify(fixture.delivery(), now, fixture.key());
    }

    private static void assertBad(Fixture fixture, Delivery delivery) {
        assertThat(fixture.verify(delivery)).isInstanceOf(Verdict.Bad.class);
    }
}
