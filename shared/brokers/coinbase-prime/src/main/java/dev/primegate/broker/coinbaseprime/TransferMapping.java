package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Transfer;
import dev.primegate.broker.Transfer.Kind;
import dev.primegate.broker.Transfer.State;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prime's transactions in our words. Pure; every word of theirs has a row, and no other has. */
final class TransferMapping {
    private TransferMapping() {}

    static Transfer transfer(PrimeMessages.Transaction transaction) {
        Asset asset = PrimeMapping.read("symbol", transaction.symbol(), Asset::new);
        return new Transfer(
                PrimeMapping.read("transaction id", transaction.id(), id -> id),
                kind(transaction.type()),
                state(transaction.status()),
                new Money(PrimeMapping.quantity("amount", transaction.amount()).amount(), asset),
                fee(transaction),
                text(transaction.destinationSymbol()),
                PrimeMapping.time(transaction.createdAt()),
                text(transaction.completedAt()).map(PrimeMapping::time),
                transaction.blockchainIds() == null ? List.of() : transaction.blockchainIds(),
                address(transaction),
                replaced(transaction));
    }

    static Kind kind(@Nullable String type) {
        return switch (type) {
            case "DEPOSIT",
                    "INTERNAL_DEPOSIT",
                    "SWEEP_DEPOSIT",
                    "PROXY_DEPOSIT",
                    "COINBASE_DEPOSIT",
                    "COINBASE_REFUND",
                    "DEPOSIT_ADJUSTMENT" ->
                    Kind.IN;
            case "WITHDRAWAL",
                    "INTERNAL_WITHDRAWAL",
                    "SWEEP_WITHDRAWAL",
                    "PROXY_WITHDRAWAL",
                    "WITHDRAWAL_ADJUSTMENT" ->
                    Kind.OUT;
            case "BILLING_WITHDRAWAL" -> Kind.FEE;
            case "CONVERSION" -> Kind.CONVERSION;
            case "REWARD", "CLAIM_REWARDS" -> Kind.REWARD;
            case "SLASH" -> Kind.PENALTY;
            case "KEY_REGISTRATION",
                    "DELEGATION",
                    "UNDELEGATION",
                    "RESTAKE",
                    "COMPLETE_UNBONDING",
                    "WITHDRAW_UNBONDED",
                    "STAKE_ACCOUNT_CREATE",
                    "CHANGE_VALIDATOR",
                    "STAKE",
                    "UNSTAKE",
                    "REMOVE_AUTHORIZED_PARTY",
                    "STAKE_AUTHORIZE_WITH_SEED",
                    "VOTE_AUTHORIZE",
                    "PORTFOLIO_STAKE",
                    "PORTFOLIO_UNSTAKE" ->
                    Kind.NEUTRAL;
            // What they moved is told by no field of theirs.
            case "TRANSACTION_TYPE_OTHER", "WEB3_TRANSACTION", "ONCHAIN_TRANSACTION" -> Kind.OTHER;
            case null, default -> throw unreadable("transaction type", type);
        };
    }

    static State state(@Nullable String status) {
        return switch (status) {
            case "TRANSACTION_CREATED",
                    "TRANSACTION_REQUESTED",
                    "TRANSACTION_APPROVED",
                    "TRANSACTION_GASSING",
                    "TRANSACTION_GASSED",
                    "TRANSACTION_PROVISIONED",
                    "TRANSACTION_PLANNED",
                    "TRANSACTION_PROCESSING",
                    "TRANSACTION_RESTORED",
                    "TRANSACTION_IMPORT_PENDING",
                    "TRANSACTION_DELAYED",
                    "TRANSACTION_BROADCASTING",
                    "TRANSACTION_CONSTRUCTED" ->
                    State.PENDING;
            case "TRANSACTION_DONE", "TRANSACTION_IMPORTED" -> State.DONE;
            case "TRANSACTION_CANCELLED",
                    "TRANSACTION_REJECTED",
                    "TRANSACTION_FAILED",
                    "TRANSACTION_EXPIRED" ->
                    State.FAILED;
            // It is over, and another transaction does what it was to do.
            case "TRANSACTION_RETRIED" -> State.REPLACED;
            case null, default -> throw unreadable("transaction status", status);
        };
    }

    /** What the customer pays; the network's own fees are in the asset itself. */
    private static Optional<Money> fee(PrimeMessages.Transaction transaction) {
        Optional<Decimal10> fees = PrimeMapping.number("fees", transaction.fees());
        Optional<String> symbol = text(transaction.feeSymbol());
        return fees.filter(amount -> amount.signum() != 0)
                .map(amount ->
                        new Money(
                                amount,
                                PrimeMapping.read("fee_symbol", symbol.orElse(""), Asset::new)));
    }

    /** The address that is told, or a place that is one; a wallet's id is none. */
    private static Optional<String> address(PrimeMessages.Transaction transaction) {
        PrimeMessages.Location to = transaction.transferTo();
        PrimeMessages.OnchainDetails details = transaction.onchainDetails();
        Optional<String> told = to == null ? Optional.empty() : text(to.address());
        Optional<String> place =
                to != null && "ADDRESS".equals(to.type()) ? text(to.value()) : Optional.empty();
        return told.or(() -> place)
                .or(() -> details == null ? Optional.empty() : text(details.destinationAddress()));
    }

    private static Optional<String> replaced(PrimeMessages.Transaction transaction) {
        PrimeMessages.OnchainDetails details = transaction.onchainDetails();
        return details == null ? Optional.empty() : text(details.replacedTransactionId());
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isEmpty());
    }

    private static UnreadableException unreadable(String what, @Nullable String found) {
        return new UnreadableException(
                "unknown %s: %s".formatted(what, Answer.clip("" + found)), null);
    }
}
