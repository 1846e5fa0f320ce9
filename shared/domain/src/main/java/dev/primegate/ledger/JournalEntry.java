package dev.primegate.ledger;

import dev.primegate.money.Decimal10;
import dev.primegate.order.Digest;
import dev.primegate.order.Tenant;
import java.time.Instant;
import java.util.List;

/**
 * A fact that moves positions without a trade. An entry that exists is lawful: it says what its
 * kind may say, and no more.
 *
 * @param at when it took effect
 * @param reason why, for whoever asks later: a notice, a ticket, a break
 */
public record JournalEntry(
        Tenant tenant, JournalId id, JournalKind kind, Instant at, List<Leg> legs, String reason) {
    private static final int MOST_LEGS = 10;

    public JournalEntry {
        legs = List.copyOf(legs);
        require(!legs.isEmpty() && legs.size() <= MOST_LEGS, "1 to %d legs".formatted(MOST_LEGS));
        require(
                legs.stream().map(Leg::position).distinct().count() == legs.size(),
                "one leg for each position");
        require(
                legs.stream().allMatch(leg -> leg.position().tenant().equals(tenant)),
                "positions of one tenant");
        require(
                kind == JournalKind.FEE || legs.stream().allMatch(leg -> leg.fee().isEmpty()),
                "a fee only in an entry of kind FEE");
        switch (kind) {
            case OPENING, ADJUSTMENT ->
                    require(
                            legs.size() == 1 && legs.getFirst().quantity().signum() != 0,
                            "one leg with a quantity");
            case TRANSFER -> transfers(legs);
            case CORPORATE_ACTION -> require(legs.size() <= 2, "one leg or two");
            case CONVERSION -> {
                require(legs.size() == 2, "two legs");
                require(symbols(legs) == 2, "two instruments");
                require(sum(legs).value.signum() == 0, "the same cost on both sides");
            }
            case FEE -> {
                require(legs.size() == 1, "one leg");
                Leg leg = legs.getFirst();
                require(
                        leg.fee().isPresent() ? isZero(leg) : leg.quantity().signum() < 0,
                        "either cash or units that go");
                require(leg.value().signum() == 0, "no value");
            }
        }
    }

    /** A hash over all of it: equal exactly when two entries say the same. */
    public String meaning() {
        return Digest.hex(
                tenant.name(),
                id.text(),
                kind.name(),
                at.toString(),
                String.join("\n", legs.stream().map(Leg::meaning).toList()),
                reason);
    }

    /** What it adds to the tapes. */
    public List<Line> lines() {
        return legs.stream()
                .<Line>map(leg ->
                        new Line.Journaled(
                                leg.position(),
                                id,
                                kind,
                                at,
                                leg.quantity(),
                                leg.value(),
                                leg.fee()))
                .toList();
    }

    private static void transfers(List<Leg> legs) {
        require(legs.size() <= 2, "one leg or two");
        require(legs.stream().allMatch(leg -> leg.quantity().signum() != 0), "a quantity");
        if (legs.size() == 2) {
            Sum sum = sum(legs);
            require(symbols(legs) == 1, "one instrument");
            require(
                    sum.quantity.signum() == 0 && sum.value.signum() == 0,
                    "that what comes is what goes");
        }
    }

    private static boolean isZero(Leg leg) {
        return leg.quantity().signum() == 0;
    }

    private static long symbols(List<Leg> legs) {
        return legs.stream().map(leg -> leg.position().symbol()).distinct().count();
    }

    private static Sum sum(List<Leg> legs) {
        return legs.stream()
                .map(leg -> new Sum(leg.quantity(), leg.value()))
                .reduce(
                        new Sum(Decimal10.ZERO, Decimal10.ZERO),
                        (one, other) ->
                                new Sum(
                                        one.quantity.plus(other.quantity),
                                        one.value.plus(other.value)));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + what);
        }
    }

    private record Sum(Decimal10 quantity, Decimal10 value) {}
}
