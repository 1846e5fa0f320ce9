package dev.primegate.ingest;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads a webhook that was found good, and books what it says. */
@Singleton
class BookWebhook {
    private final SymbolMaster symbols;
    private final Deliver deliver;
    private final FetchExecutions executions;

    BookWebhook(SymbolMaster symbols, Deliver deliver, FetchExecutions executions) {
        this.symbols = symbols;
        this.deliver = deliver;
        this.executions = executions;
    }

    /** Returns when it is written: booked, parked or kept as unreadable. */
    void book(BrokerId sender, String id, byte[] body) {
        deliver.deliver(
                new NewsBatch(
                        sender,
                        List.of(WebhookMessage.read(id, body, symbols)),
                        "webhook of " + sender,
                        executions::fetch));
    }
}
