package dev.primegate.comparison;

import dev.primegate.breaks.Finding;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.comparison.TransferComparison.Outcome;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tries whether the comparison with chains still finds each break: of a transfer that nobody sent
 * it plants what a chain might say. No chain is asked.
 */
public final class TransferRehearsal {
    private static final String BOOK = "chain";
    private static final String ID = "rehearsal";
    private static final String THERE = "planted-address";
    private static final long NEEDED = 6;

    /** The code that ISO 4217 keeps for tests. */
    private static final Asset ASSET = new Asset("XTS");

    private static final Transfer SENT =
            new Transfer(ID, "planted-hash", money("1", ASSET), THERE, NEEDED);

    private final Comparison comparison;

    private TransferRehearsal(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Comparison {
        Outcome compare(Function<String, Receipt> chain, Transfer transfer);
    }

    /** Every break that was not found; empty if all were. */
    public static List<Rehearsal.Failure> on(Decimal10 highStake) {
        return on((chain, sent) -> new TransferComparison(highStake, chain).compare(sent));
    }

    /** As {@link #on}, of any comparison. */
    static List<Rehearsal.Failure> on(Comparison comparison) {
        TransferRehearsal rehearsal = new TransferRehearsal(comparison);
        return Stream.concat(
                        rehearsal.trials().flatMap(trial -> trial.failure().stream()),
                        rehearsal.silence().stream())
                .toList();
    }

    private Stream<Trial> trials() {
        Asset other = new Asset("XXX");
        return Stream.of(
                Trial.nothing(BOOK, found(included(money("1", ASSET), THERE, NEEDED, true))),
                trial("hash-not-found", new Receipt.Absent()),
                trial("hash-not-final", new Receipt.Pending()),
                trial("hash-not-final", included(money("1", ASSET), THERE, NEEDED - 1, true)),
                trial("quantity", included(money("1.0000000001", ASSET), THERE, NEEDED, true)),
                trial("unknown", included(money("1", other), THERE, NEEDED, true)),
                trial("unknown", included(money("1", ASSET), "elsewhere", NEEDED, true)),
                trial("unknown", included(money("1", ASSET), THERE, NEEDED, false)),
                trial("unknown", new Receipt.Replaced(SENT.hash())));
    }

    /** A chain that does not answer is no chain that agrees. */
    private Optional<Rehearsal.Failure> silence() {
        return switch (comparison.compare(_ -> new Receipt.Unanswered("planted"), SENT)) {
            case Outcome.Unknown _ -> Optional.empty();
            case Outcome.Compared(List<Finding> found) ->
                    Optional.of(new Rehearsal.Failure(BOOK + "-unanswered", Rehearsal.told(found)));
        };
    }

    private Trial trial(String cause, Receipt receipt) {
        return Trial.of(BOOK, cause, cause, ID, found(receipt));
    }

    private List<Finding> found(Receipt receipt) {
        return switch (comparison.compare(_ -> receipt, SENT)) {
            case Outcome.Compared(List<Finding> findings) -> findings;
            case Outcome.Unknown _ -> List.of();
        };
    }

    private static Receipt included(
            Money amount, String destination, long confirmations, boolean succeeded) {
        return new Receipt.Included(amount, destination, confirmations, succeeded);
    }

    private static Money money(String amount, Asset asset) {
        return new Money(Decimal10.of(amount), asset);
    }
}
