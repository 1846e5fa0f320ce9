package dev.primegate.submit;

import dev.primegate.broker.Preview;
import dev.primegate.broker.PreviewOutcome;
import dev.primegate.instrument.Instrument;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Holds market orders against the slippage that their broker expects. A broker that cannot be asked
 * is no reason to refuse; one that can and does not answer is.
 */
@Singleton
class PreviewForesight implements Foresight {
    private final PreviewOrder previews;
    private final SubmitConfig config;

    PreviewForesight(PreviewOrder previews, SubmitConfig config) {
        this.previews = previews;
        this.config = config;
    }

    @Override
    public Optional<Denial> denial(NewOrder order, Instrument instrument) {
        return config.preview() && order.terms() instanceof OrderTerms.Market market
                ? denial(order, market, instrument)
                : Optional.empty();
    }

    private Optional<Denial> denial(
            NewOrder order, OrderTerms.Market market, Instrument instrument) {
        return switch (previews.preview(order, instrument)) {
            // Of both the order's own way says more.
            case PreviewOrder.Answer.Mute _, PreviewOrder.Answer.NoBroker _ -> Optional.empty();
            case PreviewOrder.Answer.Said(var _, PreviewOutcome outcome) ->
                    judged(outcome, order, market);
        };
    }

    private static Optional<Denial> judged(
            PreviewOutcome outcome, NewOrder order, OrderTerms.Market market) {
        return switch (outcome) {
            case PreviewOutcome.Previewed(Preview preview) -> {
                int expected = preview.slippageBps(order.side());
                yield expected <= market.maxSlippageBps()
                        ? Optional.empty()
                        : Optional.of(
                                Denial.beyond(
                                        "slippage-expected",
                                        "the broker expects it to slip by more than maxSlippageBps",
                                        market.maxSlippageBps(),
                                        expected));
            }
            case PreviewOutcome.Unsupported(String what) ->
                    Optional.of(Denial.of("unsupported", what));
            case PreviewOutcome.Refused(String why) ->
                    Optional.of(Denial.of("preview-refused", why));
            case PreviewOutcome.Failed(String why) ->
                    Optional.of(
                            Denial.of(
                                    "slippage-unknown",
                                    "the broker does not say what the order would cost: " + why));
        };
    }
}
