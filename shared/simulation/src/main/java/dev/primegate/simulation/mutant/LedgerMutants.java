package dev.primegate.simulation.mutant;

import dev.primegate.simulation.mutant.Mutant.Edit;
import java.util.List;

/** Mutants of busts, corrections and the journal. */
final class LedgerMutants {
    private static final String ORDER = "shared/domain/src/main/java/dev/primegate/order/";
    private static final String STORE = "shared/dynamodb/src/main/java/dev/primegate/dynamodb/";
    private static final String JOURNAL = STORE + "DynamoJournal.java";

    private LedgerMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "a-bust-takes-nothing-back",
                        "an annulled execution still counts as filled",
                        new Edit(
                                ORDER + "Order.java",
                                "prior.booked().map(fills::withoutBusted).orElse(fills)",
                                "fills")),
                Mutant.of(
                        "bust-before-its-fill-is-forgotten",
                        "an execution counts although it was annulled before it came",
                        new Edit(
                                ORDER + "Order.java",
                                "progress.fills().plus(execution, prior.busted())",
                                "progress.fills().plus(execution, false)")),
                Mutant.of(
                        "a-bust-leaves-the-position",
                        "an annulled execution stays in the position",
                        new Edit(
                                "shared/domain/src/main/java/dev/primegate/book/OrderLines.java",
                                "found.prior().booked()));",
                                "java.util.Optional.empty()));")),
                Mutant.of(
                        "a-correction-works-again",
                        "what corrects an execution uses up the order once more",
                        new Edit(
                                ORDER + "Fills.java",
                                "execution.corrects().isPresent() ? worked",
                                "execution.lastQty().isNone() ? worked")),
                Mutant.of(
                        "an-entry-moves-each-time",
                        "an entry that is told twice moves positions twice",
                        new Edit(
                                JOURNAL,
                                "Optional.of(same ? new Booking.Known() : new Booking.Reused())",
                                "Optional.empty()"),
                        new Edit(
                                JOURNAL,
                                "\"standing = :asked AND meaning = :meaning AND askedBy = :by\"",
                                "\"standing <> :asked OR (meaning = :meaning AND askedBy = :by)\""),
                        new Edit(
                                STORE + "PositionItem.java",
                                "Write.putIfAbsent(table, LineItem.write(line))",
                                "Write.put(table, LineItem.write(line))")),
                Mutant.of(
                        "one-person-approves",
                        "who asks for an entry may approve it",
                        new Edit(
                                JOURNAL,
                                "item.text(\"askedBy\").equals(by)",
                                "item.text(\"askedBy\").isEmpty()")),
                Mutant.of(
                        "the-journal-leaves-headroom",
                        "an entry moves a position and no headroom",
                        new Edit(
                                STORE + "LedgerWrites.java",
                                "List<Shift> shifts = Shift.of(lines);",
                                "List<Shift> shifts = Shift.of(List.of());")),
                Mutant.of(
                        "half-a-transfer",
                        "of an entry only the first leg is booked",
                        new Edit(
                                "shared/domain/src/main/java/dev/primegate/ledger/JournalEntry.java",
                                "return legs.stream()\n                .<Line>map(",
                                "return legs.stream().limit(1)\n                .<Line>map(")));
    }
}
