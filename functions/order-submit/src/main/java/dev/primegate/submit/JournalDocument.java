package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.JournalId;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Leg;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the body of {@code POST /v1/journal}, strictly. */
@Singleton
class JournalDocument {
    private static final Set<String> FIELDS = Set.of("id", "kind", "at", "reason", "legs");
    private static final Set<String> LEG_FIELDS =
            Set.of("account", "broker", "symbol", "quantity", "value", "fee", "feeAsset");
    private static final int MOST_LEGS = 10;

    private final Brokers<OrderGateway> brokers;
    private final SymbolMaster symbols;
    private final Clock clock;

    JournalDocument(Brokers<OrderGateway> brokers, SymbolMaster symbols, Clock clock) {
        this.brokers = brokers;
        this.symbols = symbols;
        this.clock = clock;
    }

    /** Throws {@link ProblemException} if anything is wrong, naming all of it. */
    JournalEntry read(byte[] body, Caller caller) {
        Fields fields = new Fields(StrictJson.object(body), FIELDS);
        Optional<JournalId> id =
                fields.named(
                        "id",
                        "a name that is used once, of 1 to 64 letters, digits, _, . or -",
                        text -> Optional.of(new JournalId(text)));
        Optional<JournalKind> kind =
                fields.required("kind", "a kind of entry", fields.word("kind", JournalKind.class));
        Optional<Instant> at = fields.required("at", "when it took effect", fields.time("at"));
        at.filter(time -> time.isAfter(clock.instant()))
                .ifPresent(time -> fields.wrong("at", "a time that is past", time.toString()));
        Optional<String> reason =
                fields.required(
                        "reason", "why, in 1 to 200 characters", fields.text("reason", 200));
        List<Leg> legs = legs(fields, caller);
        refuse(fields);
        try {
            return new JournalEntry(
                    caller.tenant(),
                    id.orElseThrow(),
                    kind.orElseThrow(),
                    at.orElseThrow(),
                    legs,
                    reason.orElseThrow());
        } catch (IllegalArgumentException e) {
            fields.wrong("legs", "what an entry of its kind says", "" + e.getMessage());
            refuse(fields);
            throw e;
        }
    }

    private List<Leg> legs(Fields fields, Caller caller) {
        List<Leg> legs = new ArrayList<>();
        List<Fields> bodies = fields.list("legs", MOST_LEGS, LEG_FIELDS);
        for (int i = 0; i < bodies.size(); i++) {
            Fields leg = bodies.get(i);
            leg(leg, caller).ifPresent(legs::add);
            fields.within("legs[" + i + "]", leg);
        }
        return legs;
    }

    private Optional<Leg> leg(Fields leg, Caller caller) {
        Optional<PositionId> position = position(leg, caller);
        Decimal10 quantity = leg.decimal("quantity").orElse(Decimal10.ZERO);
        Decimal10 value = leg.decimal("value").orElse(Decimal10.ZERO);
        Optional<Money> fee = fee(leg);
        try {
            return leg.violations().isEmpty()
                    ? position.map(of -> new Leg(of, quantity, value, fee))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            leg.wrong("value", "what fits its quantity", "" + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<PositionId> position(Fields leg, Caller caller) {
        Optional<Account> account =
                leg.named("account", "an account", text -> Optional.of(new Account(text)));
        account.ifPresent(of -> Access.require(caller, of));
        Optional<BrokerId> broker =
                leg.named(
                        "broker",
                        "a broker that orders go to",
                        text ->
                                Optional.of(new BrokerId(text))
                                        .filter(name -> brokers.find(name).isPresent()));
        Optional<Symbol> symbol =
                leg.named(
                        "symbol",
                        "a symbol of the symbol master, such as BTC-USD",
                        text ->
                                symbols.resolve(text)
                                        .map(Instrument::symbol)
                                        .filter(name -> name.text().equals(text)));
        return account.isPresent() && broker.isPresent() && symbol.isPresent()
                ? Optional.of(
                        new PositionId(caller.tenant(), account.get(), broker.get(), symbol.get()))
                : Optional.empty();
    }

    private static Optional<Money> fee(Fields leg) {
        Optional<Decimal10> amount = leg.positive("fee");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<Asset> asset =
                leg.named("feeAsset", "what the fee is in", text -> Optional.of(new Asset(text)));
        return asset.map(in -> new Money(amount.get(), in));
    }

    private static void refuse(Fields fields) {
        fields.refuse(
                () -> Problem.of(400, "invalid-journal", "The entry is not valid", fields.first()));
    }
}
