package dev.primegate.submit;

import dev.primegate.broker.QuoteRequest;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import java.util.Optional;
import java.util.Set;

/** The body of {@code POST /v1/quotes}, read field by field; every fault is named at once. */
final class QuoteDocument {
    private static final Set<String> FIELDS =
            Set.of("account", "quoteReqId", "symbol", "side", "orderQty", "cashOrderQty", "broker");
    private static final String REQ_ID = "1 to 64 printable ASCII characters, no blank";

    private QuoteDocument() {}

    /** Throws {@link ProblemException} if anything is wrong, naming all of it. */
    static Wish read(byte[] body, Tenant tenant, SymbolMaster symbols) {
        Fields fields = new Fields(StrictJson.object(body), FIELDS);
        Optional<String> account =
                fields.required(
                        "account",
                        "an account",
                        fields.matching("account", "[A-Za-z0-9_.-]{1,40}", "an account"));
        Optional<String> reqId =
                fields.required(
                        "quoteReqId", REQ_ID, fields.matching("quoteReqId", "[!-~]{1,64}", REQ_ID));
        Optional<Instrument> instrument = fields.instrument(symbols);
        Optional<Side> side = fields.word("side", Side.class);
        Optional<OrderSize> size = fields.size();
        Optional<String> broker =
                fields.matching("broker", "[a-z][a-z0-9-]{1,30}", "the name of a broker");
        if (!fields.violations().isEmpty()) {
            throw invalid(fields);
        }
        return new Wish(
                new QuoteRequest(
                        tenant,
                        new Account(account.orElseThrow()),
                        new ClOrdId(reqId.orElseThrow()),
                        instrument.orElseThrow().symbol(),
                        side,
                        size.orElseThrow()),
                instrument.orElseThrow(),
                broker.map(BrokerId::new));
    }

    private static ProblemException invalid(Fields fields) {
        var first = fields.violations().getFirst();
        return new ProblemException(
                Problem.of(
                                400,
                                "invalid-quote-request",
                                "The quote request is not valid",
                                "%s: expected %s, found %s"
                                        .formatted(first.field(), first.expected(), first.found()))
                        .withViolations(fields.violations()));
    }

    /** What is wanted, of whom. */
    record Wish(QuoteRequest request, Instrument instrument, Optional<BrokerId> broker) {}
}
