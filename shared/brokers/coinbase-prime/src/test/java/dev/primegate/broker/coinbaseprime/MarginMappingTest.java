package dev.primegate.broker.coinbaseprime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.MarginState.Level;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarginMappingTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ENTITY_NO_CALL, HEALTHY_THRESHOLD, TRADES_AND_WITHDRAWALS, CLEAR",
        "ENTITY_NO_CALL, HEALTHY_THRESHOLD, TRADES_ONLY, CLEAR",
        "ENTITY_NO_CALL, DEFICIT_THRESHOLD, TRADES_ONLY, DEFICIT",
        "ENTITY_NO_CALL, WARNING_THRESHOLD, TRADES_ONLY, DEFICIT",
        "ENTITY_OPEN_STANDARD_CALL, WARNING_THRESHOLD, TRADES_ONLY, CALLED",
        "ENTITY_OPEN_DEBIT_CALL, HEALTHY_THRESHOLD, TRADES_ONLY, CALLED",
        "ENTITY_OPEN_URGENT_CALL, WARNING_THRESHOLD, TRADES_ONLY, URGENT",
        "ENTITY_AGED_CALL, HEALTHY_THRESHOLD, TRADES_ONLY, URGENT",
        "ENTITY_NO_CALL, URGENT_MARGIN_CALL_THRESHOLD, TRADES_ONLY, URGENT",
        "ENTITY_NO_CALL, LIQUIDATION_THRESHOLD, TRADES_ONLY, LIQUIDATING",
        "ENTITY_NO_CALL, HEALTHY_THRESHOLD, SESSION_LOCKED, LIQUIDATING",
    })
    @Proves("F6")
    void theWorstOfItsWordsSaysHowItStands(String call, String level, String control, Level ours) {
        assertThat(
                        MarginMapping.state(
                                        new PrimeMessages.MarginOverview(
                                                control, call, level, null, null),
                                        AT)
                                .level())
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "XM_ENTITY_CALL_STATUS_UNSPECIFIED", "HEALTHY", "entity_no_call"})
    @Proves({"F6", "G10"})
    void noOtherWordIsGuessed(String word) {
        assertThatThrownBy(() -> MarginMapping.call(word)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> MarginMapping.level(word)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> MarginMapping.control(word))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void whatIsMissingAndWhichCallsAreOpenAreTaken() {
        PrimeMessages.CrossMargin body =
                BrokerJson.read(
                        """
                        {"overview":{"control_status":"TRADES_ONLY",
                         "call_status":"ENTITY_OPEN_STANDARD_CALL",
                         "margin_level":"WARNING_THRESHOLD",
                         "margin_summary":{"margin_excess_shortfall":"-25000.5"},
                         "active_margin_calls":[{"margin_call_id":"c-1"}],"active_loans":[]}}
                        """,
                        PrimeMessages.CrossMargin.class);

        assertThat(MarginMapping.state(Objects.requireNonNull(body.overview()), AT))
                .isEqualTo(
                        new MarginState(
                                MarginState.Model.CROSS,
                                Level.CALLED,
                                Set.of("c-1"),
                                Optional.empty(),
                                Optional.of(usd("-25000.5")),
                                AT,
                                "cross_margin v1"));
    }

    @Test
    @Proves({"M3", "I6", "G4"})
    void theSecondVersionSaysByWhatTimeAndHowHealthyItIs() {
        PrimeMessages.MarginOverviewV2 body =
                BrokerJson.read(
                        """
                        {"control_status":"TRADES_AND_WITHDRAWALS","margin_level":"HEALTHY_THRESHOLD",
                         "evaluated_at":"2026-11-02T09:59:58Z","health_status":"HEALTH_STATUS_WARNING",
                         "margin_summary":{"margin_requirement":"10362.72",
                          "margin_excess_shortfall":"-31891.67"},"equity_ratio":"1.02"}
                        """,
                        PrimeMessages.MarginOverviewV2.class);

        assertThat(MarginMapping.state(body))
                .isEqualTo(
                        new MarginState(
                                MarginState.Model.CROSS,
                                Level.DEFICIT,
                                Set.of(),
                                Optional.of(usd("10362.72")),
                                Optional.of(usd("-31891.67")),
                                Instant.parse("2026-11-02T09:59:58Z"),
                                "cross_margin v2"));
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTH_STATUS_HEALTHY, CLEAR",
        "HEALTH_STATUS_WARNING, DEFICIT",
        "HEALTH_STATUS_IN_DEFICIT, DEFICIT",
        "HEALTH_STATUS_RESTRICTED, DEFICIT",
        "HEALTH_STATUS_CRITICAL, URGENT",
        "HEALTH_STATUS_SUSPENDED, LIQUIDATING",
        "HEALTH_STATUS_PRE_LIQUIDATION, LIQUIDATING",
        "HEALTH_STATUS_LIQUIDATING, LIQUIDATING"
    })
    @Proves({"F6", "M3"})
    void everyHealthOfTheSecondVersion(String word, Level level) {
        assertThat(MarginMapping.health(word)).isEqualTo(level);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"HEALTH_STATUS_FINE", ""})
    @Proves("F6")
    void anUnknownHealthIsNoHealth(@Nullable String word) {
        assertThatThrownBy(() -> MarginMapping.health(word))
                .isInstanceOf(UnreadableException.class);
    }

    private static Money usd(String amount) {
        return new Money(Decimal10.of(amount), new Asset("USD"));
    }
}
