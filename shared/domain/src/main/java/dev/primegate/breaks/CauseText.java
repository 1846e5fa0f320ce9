package dev.primegate.breaks;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A cause as words: what a store keeps, an API shows and an id is made of. */
public final class CauseText {
    private CauseText() {}

    /** What there is to say of {@code cause} beside its code. */
    public static SortedMap<String, String> facts(Cause cause) {
        SortedMap<String, String> facts = new TreeMap<>();
        switch (cause) {
            case Cause.MissingAtBroker _, Cause.MissingHere _ -> {
                return facts;
            }
            case Cause.QuantityDiffers(var ours, var brokers) -> both(facts, ours, brokers);
            case Cause.PriceRounded(var ours, var brokers) -> both(facts, ours, brokers);
            case Cause.PriceDiffers(var ours, var brokers) -> both(facts, ours, brokers);
            case Cause.TradeDateShifted(var ours, var brokers, String zone) -> {
                both(facts, ours, brokers);
                facts.put("zone", zone);
            }
            case Cause.UnknownAlias(String spelling, var perhaps) -> {
                facts.put("spelling", spelling);
                perhaps.ifPresent(symbol -> facts.put("perhaps", symbol.text()));
            }
            case Cause.FeeNotBooked(Money ours, Money brokers) -> {
                both(facts, ours.amount(), brokers.amount());
                facts.put("oursAsset", ours.asset().code());
                facts.put("brokersAsset", brokers.asset().code());
            }
            case Cause.Duplicate(Party by, int times) -> {
                facts.put("by", by.name());
                facts.put("times", Integer.toString(times));
            }
            case Cause.SettledLate(var due, var settles) -> {
                facts.put("due", due.toString());
                facts.put("settles", settles.toString());
            }
            case Cause.BustNotApplied(Party by) -> facts.put("by", by.name());
            case Cause.HashNotFound(String hash) -> facts.put("hash", hash);
            case Cause.HashNotFinal(String hash, long confirmations, long needed) -> {
                facts.put("hash", hash);
                facts.put("confirmations", Long.toString(confirmations));
                facts.put("needed", Long.toString(needed));
            }
            case Cause.Unknown(String field) -> facts.put("field", field);
        }
        return facts;
    }

    /** The cause that had this code and these facts. */
    public static Cause read(String code, Map<String, String> facts) {
        Facts f = new Facts(facts);
        return switch (code) {
            case "missing-at-broker" -> new Cause.MissingAtBroker();
            case "missing-here" -> new Cause.MissingHere();
            case "quantity" -> new Cause.QuantityDiffers(f.number("ours"), f.number("brokers"));
            case "price-rounding" -> new Cause.PriceRounded(f.number("ours"), f.number("brokers"));
            case "price" -> new Cause.PriceDiffers(f.number("ours"), f.number("brokers"));
            case "trade-date-shift" ->
                    new Cause.TradeDateShifted(f.day("ours"), f.day("brokers"), f.text("zone"));
            case "unknown-alias" ->
                    new Cause.UnknownAlias(
                            f.text("spelling"),
                            Optional.ofNullable(facts.get("perhaps")).map(Symbol::new));
            case "fee-not-booked" ->
                    new Cause.FeeNotBooked(
                            f.money("ours", "oursAsset"), f.money("brokers", "brokersAsset"));
            case "duplicate" ->
                    new Cause.Duplicate(
                            Party.valueOf(f.text("by")), Integer.parseInt(f.text("times")));
            case "settled-late" -> new Cause.SettledLate(f.day("due"), f.day("settles"));
            case "bust-not-applied" -> new Cause.BustNotApplied(Party.valueOf(f.text("by")));
            case "hash-not-found" -> new Cause.HashNotFound(f.text("hash"));
            case "hash-not-final" ->
                    new Cause.HashNotFinal(
                            f.text("hash"), f.count("confirmations"), f.count("needed"));
            case "unknown" -> new Cause.Unknown(f.text("field"));
            default -> throw new IllegalStateException("no cause has the code " + code);
        };
    }

    private static void both(SortedMap<String, String> facts, Object ours, Object brokers) {
        facts.put("ours", ours.toString());
        facts.put("brokers", brokers.toString());
    }

    private record Facts(Map<String, String> facts) {
        String text(String name) {
            return Objects.requireNonNull(facts.get(name), name);
        }

        Decimal10 number(String name) {
            return Decimal10.of(text(name));
        }

        LocalDate day(String name) {
            return LocalDate.parse(text(name));
        }

        long count(String name) {
            return Long.parseLong(text(name));
        }

        Money money(String amount, String asset) {
            return new Money(number(amount), new Asset(text(asset)));
        }
    }
}
