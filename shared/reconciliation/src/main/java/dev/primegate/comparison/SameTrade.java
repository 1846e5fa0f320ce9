package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.Named;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares lines that are known to be of the same trade or order, whole groups at a time: one
 * against one, or a block against its parts.
 */
final class SameTrade {
    private final TradeRules rules;
    private final Findings findings;

    SameTrade(TradeRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /**
     * Tells of every field that differs.
     *
     * @return whether none does
     */
    boolean compare(String key, List<TradeLine> ours, List<TradeLine> brokers) {
        Group group = new Group(key, ours, brokers);
        if (!instrument(group) || !sideAndCurrency(group)) {
            return false;
        }
        // Every one is asked, because each difference is a break of its own.
        boolean quantity = quantity(group);
        boolean price = !quantity || price(group);
        boolean fee = fee(group);
        boolean days = days(group);
        return quantity && price && fee && days;
    }

    private boolean instrument(Group group) {
        Named ours = group.ours.getFirst().instrument();
        Optional<TradeLine> other =
                group.brokers.stream()
                        .filter(line -> !line.instrument().key().equals(ours.key()))
                        .findFirst();
        if (other.isEmpty()) {
            return true;
        }
        Named theirs = other.get().instrument();
        return group.differs(
                theirs.symbol().isEmpty()
                        ? new Cause.UnknownAlias(theirs.spelling(), ours.symbol())
                        : new Cause.Unknown("instrument"),
                group.value());
    }

    private boolean sideAndCurrency(Group group) {
        if (Groups.sameInstrumentAndSide(group.ours, group.brokers)) {
            return true;
        }
        TradeLine first = group.ours.getFirst();
        boolean side = group.brokers.stream().allMatch(line -> line.side() == first.side());
        return group.differs(new Cause.Unknown(side ? "currency" : "side"), group.value());
    }

    private boolean quantity(Group group) {
        Decimal10 ours = Groups.quantity(group.ours);
        Decimal10 brokers = Groups.quantity(group.brokers);
        if (ours.equals(brokers)) {
            return true;
        }
        Decimal10 apart = absolute(ours.minus(brokers));
        return group.differs(
                new Cause.QuantityDiffers(ours, brokers),
                apart.times(group.price(), RoundingMode.UP));
    }

    private boolean price(Group group) {
        if (Groups.samePrice(group.ours, group.brokers, Groups.UNIT)) {
            return true;
        }
        Decimal10 ours = group.average(group.ours);
        Decimal10 brokers = group.average(group.brokers);
        Cause cause =
                Groups.samePrice(group.ours, group.brokers, rules.priceRounding())
                        ? new Cause.PriceRounded(ours, brokers)
                        : new Cause.PriceDiffers(ours, brokers);
        return group.differs(
                cause,
                Decimal10.round(
                        Groups.paid(group.ours).subtract(Groups.paid(group.brokers)).abs(),
                        RoundingMode.UP));
    }

    /** A statement that does not speak of fees says nothing of them. */
    private boolean fee(Group group) {
        Optional<Money> brokers = Groups.fee(group.brokers);
        if (brokers.isEmpty()) {
            return group.brokers.stream().allMatch(line -> line.fee().isEmpty())
                    || group.differs(new Cause.Unknown("fee"), Decimal10.ZERO);
        }
        Money theirs = brokers.get();
        boolean booked = group.ours.stream().anyMatch(line -> line.fee().isPresent());
        Optional<Money> sum = Groups.fee(group.ours);
        if (booked && sum.isEmpty()) {
            return group.differs(new Cause.Unknown("fee"), absolute(theirs.amount()));
        }
        Money ours = sum.orElse(new Money(Decimal10.ZERO, theirs.asset()));
        if (!ours.asset().equals(theirs.asset())) {
            boolean nothing = ours.amount().signum() == 0 && theirs.amount().signum() == 0;
            return nothing
                    || group.differs(
                            new Cause.FeeNotBooked(ours, theirs), absolute(theirs.amount()));
        }
        Decimal10 apart = absolute(theirs.amount().minus(ours.amount()));
        return apart.compareTo(rules.feeTolerance()) <= 0
                || group.differs(new Cause.FeeNotBooked(ours, theirs), apart);
    }

    private boolean days(Group group) {
        TradeDays ours = group.ours.getFirst().days();
        for (TradeLine line : group.brokers) {
            if (!line.days().traded().equals(ours.traded())) {
                return group.differs(dateCause(ours, line.days()), Decimal10.ZERO);
            }
        }
        Optional<LocalDate> due = ours.settles();
        Optional<LocalDate> other =
                group.brokers.stream()
                        .flatMap(line -> line.days().settles().stream())
                        .filter(day -> due.isPresent() && !day.equals(due.get()))
                        .findFirst();
        if (other.isEmpty()) {
            return true;
        }
        return group.differs(
                other.get().isAfter(due.orElseThrow())
                        ? new Cause.SettledLate(due.get(), other.get())
                        : new Cause.Unknown("settleDate"),
                group.value());
    }

    /** A shift is only what the moment of the trade explains, by both clocks. */
    private Cause dateCause(TradeDays ours, TradeDays brokers) {
        Optional<Instant> time =
                Stream.of(ours.time(), brokers.time()).flatMap(Optional::stream).findFirst();
        boolean explained =
                time.filter(t -> rules.ours().of(t).equals(ours.traded()))
                        .filter(t -> rules.brokers().of(t).equals(brokers.traded()))
                        .isPresent();
        return explained
                ? new Cause.TradeDateShifted(
                        ours.traded(), brokers.traded(), rules.brokers().zone().getId())
                : new Cause.Unknown("tradeDate");
    }

    private static Decimal10 absolute(Decimal10 amount) {
        return amount.signum() < 0 ? amount.negated() : amount;
    }

    /** Both sides of one trade. */
    private final class Group {
        private final String key;
        private final List<TradeLine> ours;
        private final List<TradeLine> brokers;

        Group(String key, List<TradeLine> ours, List<TradeLine> brokers) {
            this.key = key;
            this.ours = ours;
            this.brokers = brokers;
        }

        /** Tells of it; false, for that is what the comparison comes to. */
        boolean differs(Cause cause, Decimal10 atStake) {
            findings.add(key, cause, ours, brokers, atStake);
            return false;
        }

        Decimal10 value() {
            return Groups.value(ours).max(Groups.value(brokers));
        }

        Decimal10 price() {
            return ours.getFirst().price().amount();
        }

        /** For showing only; what decides is compared without a division. */
        Decimal10 average(List<TradeLine> lines) {
            return lines.size() == 1
                    ? lines.getFirst().price().amount()
                    : Decimal10.round(Groups.paid(lines), RoundingMode.HALF_EVEN)
                            .over(Groups.quantity(lines), RoundingMode.HALF_EVEN);
        }
    }
}
