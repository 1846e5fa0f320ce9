package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.money.Decimal10;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what a broker says of a chain with what the chain says. */
public final class TransferComparison {
    /** A transaction that is replaced more often is followed no further. */
    private static final int MOST_REPLACED = 10;

    private final Decimal10 highStake;
    private final Function<String, Receipt> chain;

    /**
     * A comparison with one chain.
     *
     * @param chain what it says of a hash
     */
    public TransferComparison(Decimal10 highStake, Function<String, Receipt> chain) {
        this.highStake = highStake;
        this.chain = chain;
    }

    /** What it came to. */
    public sealed interface Outcome {
        /** Empty if the chain says the same, for good. */
        record Compared(List<Finding> findings) implements Outcome {}

        /** The chain could not be asked; nothing is found, and nothing is settled. */
        record Unknown(String why) implements Outcome {}
    }

    public Outcome compare(Transfer transfer) {
        Set<String> asked = new HashSet<>();
        String hash = transfer.hash();
        while (asked.add(hash) && asked.size() <= MOST_REPLACED) {
            switch (chain.apply(hash)) {
                case Receipt.Replaced(String by) -> hash = by;
                case Receipt.Absent _ -> {
                    return one(transfer, new Cause.HashNotFound(hash), Map.of("hash", hash));
                }
                case Receipt.Pending _ -> {
                    return one(
                            transfer,
                            new Cause.HashNotFinal(hash, 0, transfer.needed()),
                            Map.of("hash", hash, "confirmations", "0"));
                }
                case Receipt.Unanswered(String why) -> {
                    return new Outcome.Unknown(why);
                }
                case Receipt.Included included -> {
                    return included(transfer, hash, included);
                }
            }
        }
        return one(transfer, new Cause.Unknown("replaced"), Map.of("hash", hash));
    }

    private Outcome included(Transfer transfer, String hash, Receipt.Included receipt) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> row =
                Map.of(
                        "hash", hash,
                        "amount", receipt.amount().toString(),
                        "destination", receipt.destination(),
                        "confirmations", Long.toString(receipt.confirmations()),
                        "succeeded", Boolean.toString(receipt.succeeded()));
        if (!receipt.succeeded()) {
            findings.add(finding(transfer, new Cause.Unknown("succeeded"), row));
        }
        if (!receipt.amount().asset().equals(transfer.amount().asset())) {
            findings.add(finding(transfer, new Cause.Unknown("asset"), row));
        } else if (!receipt.amount().amount().equals(transfer.amount().amount())) {
            findings.add(
                    finding(
                            transfer,
                            new Cause.QuantityDiffers(
                                    receipt.amount().amount(), transfer.amount().amount()),
                            row));
        }
        if (!receipt.destination().equals(transfer.destination())) {
            findings.add(finding(transfer, new Cause.Unknown("destination"), row));
        }
        if (findings.isEmpty() && receipt.confirmations() < transfer.needed()) {
            findings.add(
                    finding(
                            transfer,
                            new Cause.HashNotFinal(
                                    hash, receipt.confirmations(), transfer.needed()),
                            row));
        }
        return new Outcome.Compared(List.copyOf(findings));
    }

    private Outcome one(Transfer transfer, Cause cause, Map<String, String> row) {
        return new Outcome.Compared(List.of(finding(transfer, cause, row)));
    }

    private Finding finding(Transfer transfer, Cause cause, Map<String, String> chainRow) {
        Evidence.Row brokers =
                new Evidence.Row(
                        "broker",
                        0,
                        new TreeMap<>(
                                Map.of(
                                        "id", transfer.id(),
                                        "hash", transfer.hash(),
                                        "amount", transfer.amount().toString(),
                                        "destination", transfer.destination())));
        return new Finding(
                transfer.id(),
                cause,
                Evidence.of(
                        List.of(new Evidence.Row("chain", 0, new TreeMap<>(chainRow))),
                        List.of(brokers),
                        List.of()),
                transfer.amount(),
                Gravities.of(cause, transfer.amount().amount(), highStake));
    }
}
