package dev.primegate.dynamodb;

import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Shift;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes lines that no order of ours explains, with the positions and the headroom they move. */
@Singleton
class LedgerWrites {
    /** Headroom items may have to be made first. */
    private static final int ROUNDS = 3;

    private final Table table;
    private final Transactions transactions;
    private final HeadroomItems headroom;

    LedgerWrites(Table table, Transactions transactions, HeadroomItems headroom) {
        this.table = table;
        this.transactions = transactions;
        this.headroom = headroom;
    }

    /**
     * Writes the lines and {@code own} as one, which stand first.
     *
     * @return false if one of {@code own} was refused, so that nothing is written
     * @throws IllegalStateException if the table does not answer; whether it was written is then
     *     not known
     */
    boolean write(List<TransactWriteItem> own, List<Line> lines) {
        List<Shift> shifts = Shift.of(lines);
        List<TransactWriteItem> writes = new ArrayList<>(own);
        shifts.forEach(shift -> writes.add(RiskItem.shift(table.name(), shift)));
        PositionItem.writes(table.name(), lines).forEach(writes::add);
        for (int round = 0; round < ROUNDS; round++) {
            switch (transactions.write(writes)) {
                case Result.Written _ -> {
                    return true;
                }
                case Result.Busy(String why) ->
                        throw new IllegalStateException("the ledger cannot be written: " + why);
                case Result.Refused refused -> {
                    if (failedBefore(refused, own.size())) {
                        return false;
                    }
                    for (int i = 0; i < shifts.size(); i++) {
                        if (refused.failed(own.size() + i)) {
                            headroom.create(shifts.get(i));
                        }
                    }
                }
            }
        }
        throw new IllegalStateException("the ledger cannot be written: headroom would not settle");
    }

    private static boolean failedBefore(Result.Refused refused, int end) {
        for (int i = 0; i < end; i++) {
            if (refused.failed(i)) {
                return true;
            }
        }
        return false;
    }
}
