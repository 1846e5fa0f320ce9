package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.TransactionReports;
import dev.primegate.broker.Transfer;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What moved in our portfolio at Prime beside trades. */
@Singleton
class PrimeTransactions implements TransactionReports {
    private static final int PAGE = 500;

    private final PrimeCalls calls;
    private final PrimeBooksApi api;

    PrimeTransactions(PrimeCalls calls, PrimeBooksApi api) {
        this.calls = calls;
        this.api = api;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Fetched<List<Transfer>> transfers(Instant from) {
        return PrimePages.mapped(
                PrimePages.all(
                        cursor ->
                                calls.read(
                                        key -> PrimeCalls.path(key, "/transactions"),
                                        (key, signed) ->
                                                api.transactions(
                                                        key.portfolioId(),
                                                        signed,
                                                        from.toString(),
                                                        "ASC",
                                                        PAGE,
                                                        cursor)),
                        PrimeMessages.Transactions.class,
                        PrimeMessages.Transactions::transactions,
                        PrimeMessages.Transactions::pagination),
                TransferMapping::transfer);
    }
}
