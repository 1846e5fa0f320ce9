package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Finding;
import dev.primegate.comparison.Explanation.Kind;
import dev.primegate.comparison.MarginComparison.Outcome;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.proof.Proves;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions, cash, margin and transfers. */
class HoldingComparisonTest {
    private static final Asset USD = new Asset("USD");
    private static final HoldingComparison COMPARISON =
            new HoldingComparison(
                    d("1000"),
                    (_, amount) -> new Money(amount.times(d("100"), RoundingMode.UP), USD));

    @ParameterizedTest
    @CsvSource({
        // ours traded, settled; the broker's; what is found
        "5, 5, 5, 5, ''",
        "5, 3, 5, 3, ''",
        "5, '', 5, 3, ''",
        "5, 3, 5, '', ''",
        "5, 3, 5, 5, 'BTC-USD settled quantity 200'",
        "5, 5, 4, 4, 'BTC-USD traded quantity 100;BTC-USD settled quantity 100'",
        "5, 5, 5.0000000001, 5, 'BTC-USD traded quantity 0.00000001'",
        "-5, -5, 5, 5, 'BTC-USD traded quantity 1000;BTC-USD settled quantity 1000'",
    })
    @Proves({"I6", "B1"})
    void tradedAndSettledAreComparedEachInItsOwnColumn(
            String ours, String ourSettled, String brokers, String brokersSettled, String found) {
        List<Finding> findings =
                COMPARISON.compare(
                        List.of(btc(ours, ourSettled)),
                        List.of(btc(brokers, brokersSettled)),
                        List.of());

        assertThat(words(findings)).isEqualTo(found);
    }

    @Test
    void whatOneBookDoesNotNameItDoesNotHold() {
        assertThat(words(COMPARISON.compare(List.of(btc("5", "5")), List.of(), List.of())))
                .isEqualTo("BTC-USD traded quantity 500;BTC-USD settled quantity 500");
        assertThat(words(COMPARISON.compare(List.of(), List.of(btc("5", "")), List.of())))
                .isEqualTo("BTC-USD traded quantity 500");
        assertThat(words(COMPARISON.compare(List.of(btc("0", "0")), List.of(), List.of())))
                .isEmpty();
    }

    @Test
    @Proves("I8")
    void whatIsExplainedIsTakenOffAndShown() {
        Explanation inFlight = new Explanation(Kind.IN_FLIGHT, "BTC-USD", d("1"), "order o1");

        assertThat(
                        COMPARISON.compare(
                                List.of(btc("5", "")), List.of(btc("6", "")), List.of(inFlight)))
                .isEmpty();
        Finding finding =
                COMPARISON
                        .compare(List.of(btc("5", "")), List.of(btc("8", "")), List.of(inFlight))
                        .getFirst();
        assertThat(finding.atStake().amount()).isEqualTo(d("200"));
        assertThat(finding.evidence().differences()).hasSize(2);
        assertThat(finding.evidence().differences().getLast().field())
                .isEqualTo("explained: IN_FLIGHT order o1");
    }

    @Test
    @Proves({"I4", "X57"})
    void anUnknownSpellingIsNoHoldingOfOurs() {
        Holding unknown =
                new Holding(
                        new Origin("file", 2),
                        new Named("XBT/USD", Optional.empty()),
                        d("5"),
                        Optional.empty());

        List<Finding> findings =
                COMPARISON.compare(List.of(btc("5", "")), List.of(unknown), List.of());

        assertThat(findings)
                .extracting(f -> f.cause().code())
                .containsExactly("unknown-alias", "quantity");
    }

    @Test
    void aNameThatStandsTwiceIsADuplicate() {
        assertThat(
                        words(
                                COMPARISON.compare(
                                        List.of(btc("5", "")),
                                        List.of(btc("5", ""), btc("5", "")),
                                        List.of())))
                .isEqualTo("BTC-USD traded duplicate 500");
    }

    @Test
    @Proves("B4")
    void cashIsComparedLikeHoldings() {
        Holding ours = cash("100", "90");
        Holding brokers = cash("100", "100");

        assertThat(words(COMPARISON.compare(List.of(ours), List.of(brokers), List.of())))
                .isEqualTo("USD settled quantity 1000");
    }

    @Test
    @Proves("I6")
    void marginIsComparedByLikeModelOnly() {
        MarginComparison comparison = new MarginComparison(100, d("1000"));
        Margin ours = margin(Margin.Model.CROSS, "1000", "500");

        assertThat(comparison.compare(ours, margin(Margin.Model.CROSS, "1010", "505")))
                .isEqualTo(new Outcome.Compared(List.of()));
        Outcome beyond = comparison.compare(ours, margin(Margin.Model.CROSS, "1000", "510"));
        assertThat(((Outcome.Compared) beyond).findings())
                .extracting(Finding::key, f -> f.atStake().amount().toString())
                .containsExactly(tuple("margin requirement", "10"));
        assertThat(comparison.compare(ours, margin(Margin.Model.ISOLATED, "1", "2")))
                .isEqualTo(new Outcome.Unlike(Kind.MODEL, "ours is CROSS, the broker's ISOLATED"));
    }

    @Test
    @Proves("G15")
    void theChainIsAskedForAmountAssetDestinationAndConfirmations() {
        Transfer transfer = new Transfer("t1", "0xa", btcOf("1.5"), "addr", 6);

        assertThat(causes(transfer, included("1.5", "addr", 6))).isEmpty();
        assertThat(causes(transfer, included("1.5", "addr", 5))).containsExactly("hash-not-final");
        assertThat(causes(transfer, included("1.4", "addr", 6))).containsExactly("quantity");
        assertThat(causes(transfer, included("1.5", "other", 6))).containsExactly("unknown");
        assertThat(causes(transfer, new Receipt.Included(usd("1.5"), "addr", 6, true)))
                .containsExactly("unknown");
        assertThat(causes(transfer, new Receipt.Included(btcOf("1.5"), "addr", 9, false)))
                .containsExactly("unknown");
        assertThat(causes(transfer, new Receipt.Absent())).containsExactly("hash-not-found");
    }

    @Test
    @Proves("G15")
    void aReplacedTransactionIsFollowedAndARingOfThemIsNot() {
        Transfer transfer = new Transfer("t1", "0xa", btcOf("1.5"), "addr", 6);
        Map<String, Receipt> chain =
                Map.of(
                        "0xa", new Receipt.Replaced("0xb"),
                        "0xb", new Receipt.Replaced("0xc"),
                        "0xc", included("1.5", "addr", 2));
        TransferComparison comparison =
                new TransferComparison(
                        d("1000"), hash -> chain.getOrDefault(hash, new Receipt.Absent()));

        TransferComparison.Outcome.Compared outcome =
                (TransferComparison.Outcome.Compared) comparison.compare(transfer);

        assertThat(outcome.findings())
                .extracting(Finding::cause)
                .containsExactly(new Cause.HashNotFinal("0xc", 2, 6));
        assertThat(causes(transfer, new Receipt.Replaced("0xa"))).containsExactly("unknown");
    }

    @Test
    @Proves("G15")
    void aChainThatDoesNotAnswerSettlesNothing() {
        Transfer transfer = new Transfer("t1", "0xa", btcOf("1.5"), "addr", 6);

        assertThat(
                        new TransferComparison(d("0"), _ -> new Receipt.Unanswered("timeout"))
                                .compare(transfer))
                .isEqualTo(new TransferComparison.Outcome.Unknown("timeout"));
    }

    private static List<String> causes(Transfer transfer, Receipt receipt) {
        TransferComparison.Outcome outcome =
                new TransferComparison(d("1000"), _ -> receipt).compare(transfer);
        return ((TransferComparison.Outcome.Compared) outcome)
                .findings().stream().map(finding -> finding.cause().code()).toList();
    }

    private static Receipt included(String amount, String destination, long confirmations) {
        return new Receipt.Included(btcOf(amount), destination, confirmations, true);
    }

    private static String words(List<Finding> findings) {
        return String.join(
                ";",
                findings.stream()
                        .map(f ->
                                "%s %s %s"
                                        .formatted(f.key(), f.cause().code(), f.atStake().amount()))
                        .toList());
    }

    private static Holding btc(String traded, String settled) {
        return new Holding(
                new Origin("book", 1),
                Named.of(new Symbol("BTC-USD")),
                d(traded),
                settled.isEmpty() ? Optional.empty() : Optional.of(d(settled)));
    }

    private static Holding cash(String traded, String settled) {
        return Holding.of(
                new CashLine(
                        new Origin("book", 1), "main", USD, d(traded), Optional.of(d(settled))));
    }

    private static Margin margin(Margin.Model model, String equity, String requirement) {
        return new Margin(
                Instant.parse("2026-11-02T09:00:00Z"), model, usd(equity), usd(requirement));
    }

    private static Money usd(String amount) {
        return new Money(d(amount), USD);
    }

    private static Money btcOf(String amount) {
        return new Money(d(amount), new Asset("BTC"));
    }

    private static Decimal10 d(String text) {
        return Decimal10.of(text);
    }
}
