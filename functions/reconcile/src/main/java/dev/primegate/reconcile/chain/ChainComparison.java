package dev.primegate.reconcile.chain;

import dev.primegate.breaks.Finding;
import dev.primegate.broker.Transfer;
import dev.primegate.comparison.Transfer.Receipt;
import dev.primegate.comparison.TransferComparison;
import dev.primegate.money.Decimal10;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a broker says is done on chains against the chains. */
@Singleton
public class ChainComparison {
    private final Chains chains;

    public ChainComparison(Chains chains) {
        this.chains = chains;
    }

    /** Whether there is any chain to ask. */
    public boolean isOn() {
        return !chains.isEmpty();
    }

    /**
     * What it came to.
     *
     * @param looked how many transfers were asked for
     * @param unanswered why of some nothing is known; then the findings are not all
     */
    public record Result(int looked, List<Finding> findings, List<String> unanswered) {
        public Result {
            findings = List.copyOf(findings);
            unanswered = List.copyOf(unanswered);
        }
    }

    /**
     * Compares the transfers that were begun on {@code day}, in UTC, are done, and moved on a chain
     * that is configured; a hash that the chain does not have is followed to those that the broker
     * says came after it.
     *
     * @param all those of other days too, for what replaced what
     */
    public Result compare(Collection<Transfer> all, LocalDate day, Decimal10 highStake) {
        Map<String, String> next = successors(all);
        List<Finding> findings = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        int looked = 0;
        for (Transfer transfer : all) {
            Optional<Chain> chain = chain(transfer);
            if (chain.isPresent() && begun(transfer).equals(day)) {
                looked++;
                switch (compare(transfer, chain.get(), next, highStake)) {
                    case TransferComparison.Outcome.Compared(List<Finding> found) ->
                            findings.addAll(found);
                    case TransferComparison.Outcome.Unknown(String why) ->
                            unanswered.add(transfer.id() + ": " + why);
                }
            }
        }
        return new Result(looked, findings, unanswered);
    }

    /** When it was begun, in UTC. */
    public static LocalDate begun(Transfer transfer) {
        return LocalDate.ofInstant(transfer.createdAt(), ZoneOffset.UTC);
    }

    private Optional<Chain> chain(Transfer transfer) {
        boolean moves = transfer.kind() == Transfer.Kind.IN || transfer.kind() == Transfer.Kind.OUT;
        boolean done = transfer.state() == Transfer.State.DONE;
        return moves && done && !transfer.chainIds().isEmpty()
                ? chains.of(transfer.amount().asset())
                : Optional.empty();
    }

    private static TransferComparison.Outcome compare(
            Transfer transfer, Chain chain, Map<String, String> next, Decimal10 highStake) {
        Optional<String> address = transfer.address();
        if (address.isEmpty()) {
            return new TransferComparison.Outcome.Unknown("the broker names no address");
        }
        String destination = address.get();
        return new TransferComparison(
                        highStake,
                        hash -> {
                            Receipt receipt =
                                    chain.receipt(
                                            new Chain.Asked(
                                                    hash, transfer.amount().asset(), destination));
                            String later = next.get(hash);
                            return receipt instanceof Receipt.Absent && later != null
                                    ? new Receipt.Replaced(later)
                                    : receipt;
                        })
                .compare(
                        new dev.primegate.comparison.Transfer(
                                transfer.id(),
                                transfer.chainIds().getFirst(),
                                transfer.amount(),
                                destination,
                                chain.needed()));
    }

    /** Each hash and the one that was sent instead of it, as far as the broker says. */
    private static Map<String, String> successors(Collection<Transfer> all) {
        Map<String, String> last = new HashMap<>();
        Map<String, String> next = new HashMap<>();
        for (Transfer transfer : all) {
            List<String> hashes = transfer.chainIds();
            for (int i = 1; i < hashes.size(); i++) {
                next.put(hashes.get(i - 1), hashes.get(i));
            }
            if (!hashes.isEmpty()) {
                last.put(transfer.id(), hashes.getLast());
            }
        }
        for (Transfer transfer : all) {
            String before = transfer.replaces().map(last::get).orElse(null);
            if (before != null && !transfer.chainIds().isEmpty()) {
                next.put(before, transfer.chainIds().getFirst());
            }
        }
        return next;
    }
}
