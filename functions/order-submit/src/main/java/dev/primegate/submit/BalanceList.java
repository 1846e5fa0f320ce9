package dev.primegate.submit;

import dev.primegate.ledger.Balances;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** What brokers last said they hold for us. */
@RegisterForReflection
public record BalanceList(List<AtBroker> brokers) {
    static BalanceList of(List<Balances> all) {
        return new BalanceList(all.stream().map(AtBroker::of).toList());
    }

    /**
     * The word of one broker.
     *
     * @param asOf by the broker's clock
     * @param source which of its answers said so
     */
    @RegisterForReflection
    public record AtBroker(String broker, Instant asOf, String source, List<OfAsset> assets) {
        static AtBroker of(Balances word) {
            return new AtBroker(
                    word.broker().name(),
                    word.asOf(),
                    word.source(),
                    word.all().stream()
                            .map(balance ->
                                    new OfAsset(
                                            balance.amount().asset().code(),
                                            balance.amount().amount().toString(),
                                            balance.holds().amount().toString()))
                            .toList());
        }
    }

    /**
     * One asset there.
     *
     * @param holds what open orders and withdrawals have bound of it
     */
    @RegisterForReflection
    public record OfAsset(String asset, String amount, String holds) {}
}
