package dev.primegate.dynamodb;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.Intent;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Admits orders: the order, its history, its headroom and its intent in one transaction. */
@Singleton
class Admissions {
    private static final int ORDER = 0;
    private static final int ACCOUNT = 2;
    private static final int SYMBOL = 3;
    private static final int GUARDS = 4;

    /**
     * Headroom items may have to be made, and limits brought up to date, before it goes through.
     */
    private static final int ROUNDS = 5;

    private final Table table;
    private final Transactions transactions;
    private final HeadroomItems headroom;

    Admissions(Table table, Transactions transactions, HeadroomItems headroom) {
        this.table = table;
        this.transactions = transactions;
        this.headroom = headroom;
    }

    Admission admit(Intent intent) {
        String token = intent.order().attempt().owner();
        HistoryEntry entry = intent.entry();
        List<Guard> guards = Guard.of(table.name(), intent);
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Admission> answer =
                    switch (transactions.write(writes(intent, entry, guards), token)) {
                        case Result.Written _ ->
                                Optional.of(new Admission.Admitted(intent.order(), entry.hash()));
                        case Result.Busy(String why) -> Optional.of(new Admission.Busy(why));
                        case Result.Refused refused -> refused(intent, guards, refused);
                    };
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return new Admission.Busy("headroom would not settle");
    }

    Admission reroute(Admission.Admitted unsent, Intent again, String by, String why) {
        return new Reroutes(table, transactions).reroute(unsent, again, by, why);
    }

    private List<TransactWriteItem> writes(Intent intent, HistoryEntry entry, List<Guard> guards) {
        Order order = intent.order();
        Item item = OrderItem.write(order, entry.hash(), Due.of(order, order.transactTime()));
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(Write.putIfAbsent(table.name(), item));
        writes.add(Write.putIfAbsent(table.name(), HistoryItem.write(entry)));
        writes.add(RiskItem.takeAccount(table.name(), intent));
        writes.add(RiskItem.takeSymbol(table.name(), intent));
        guards.forEach(guard -> writes.add(guard.write()));
        return writes;
    }

    /** Empty: what stood in the way has been put right, try again. */
    private Optional<Admission> refused(Intent intent, List<Guard> guards, Result.Refused refused) {
        if (refused.failed(ORDER)) {
            return Optional.of(known(intent, refused.found(ORDER)));
        }
        Optional<Denial> denial = denial(intent, guards, refused);
        if (denial.isEmpty()) {
            return Optional.empty();
        }
        // An identity in use outranks a denial, and the transaction need not have told of both.
        return Optional.of(
                table.get(Key.order(intent.order().id()))
                        .map(item -> known(intent, item))
                        .orElse(new Admission.Denied(denial.get())));
    }

    private static Admission known(Intent intent, Item item) {
        Order order = OrderItem.read(item);
        return order.attempt().owner().equals(intent.order().attempt().owner())
                ? new Admission.Admitted(order, item.text("historyHash"))
                : new Admission.Known(order);
    }

    private Optional<Denial> denial(Intent intent, List<Guard> guards, Result.Refused refused) {
        if (refused.failed(ACCOUNT)) {
            Optional<Denial> denial = headroom.accountDenial(intent, refused.found(ACCOUNT));
            if (denial.isPresent()) {
                return denial;
            }
        }
        if (refused.failed(SYMBOL)) {
            Optional<Denial> denial = headroom.symbolDenial(intent, refused.found(SYMBOL));
            if (denial.isPresent()) {
                return denial;
            }
        }
        for (int i = 0; i < guards.size(); i++) {
            if (refused.failed(GUARDS + i)) {
                return Optional.of(guards.get(i).denial().apply(refused.found(GUARDS + i)));
            }
        }
        return Optional.empty();
    }
}
