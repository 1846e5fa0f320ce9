package dev.primegate.dynamodb;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakNote;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakState;
import dev.primegate.breaks.CauseText;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Gravity;
import dev.primegate.breaks.Reason;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.time.LocalDate;

/** A break as an item, and the notes beside it. */
final class BreakItem {
    private BreakItem() {}

    static Item write(Break one) {
        BreakScope scope = one.scope();
        Finding finding = one.finding();
        Item item =
                Item.at(Key.breakOf(one.id()))
                        .put("type", "BREAK")
                        .put("id", one.id().text())
                        .put("version", one.version())
                        .put("status", one.state().name())
                        .put("tenant", scope.tenant().name())
                        .put("account", scope.account().name())
                        .put("broker", scope.broker().name())
                        .put("subject", scope.subject().name())
                        .put("forDay", scope.day().toString())
                        .put("what", finding.key())
                        .put("cause", finding.cause().code())
                        .put("facts", CauseText.facts(finding.cause()))
                        .put("stake", finding.atStake().amount())
                        .put("stakeAsset", finding.atStake().asset().code())
                        .put("gravity", finding.gravity().name())
                        .put("openedAt", one.opened())
                        .put("seenAt", one.seen())
                        .put("movedAt", one.moved())
                        .putText("holder", one.owner())
                        .putText("reason", one.reason())
                        .put("returned", (long) one.returns())
                        .put(
                                "listPk",
                                listPk(scope.tenant(), scope.account(), one.state().isClosed()))
                        .put("listSk", Times.text(one.opened()) + "#" + one.id());
        EvidenceItem.write(item, finding.evidence());
        return item;
    }

    static Break read(Item item) {
        Finding finding =
                new Finding(
                        item.text("what"),
                        CauseText.read(item.text("cause"), item.map("facts")),
                        EvidenceItem.read(item),
                        new Money(item.decimal("stake"), new Asset(item.text("stakeAsset"))),
                        Gravity.valueOf(item.text("gravity")));
        return new Break(
                new BreakId(item.text("id")),
                new BreakScope(
                        new Tenant(item.text("tenant")),
                        new Account(item.text("account")),
                        new BrokerId(item.text("broker")),
                        BreakScope.Subject.valueOf(item.text("subject")),
                        LocalDate.parse(item.text("forDay"))),
                finding,
                BreakState.valueOf(item.text("status")),
                item.number("version"),
                item.time("openedAt"),
                item.time("seenAt"),
                item.time("movedAt"),
                item.optionalText("holder"),
                item.optionalText("reason").map(Reason::valueOf),
                (int) item.number("returned"));
    }

    static String listPk(Tenant tenant, Account account, boolean closed) {
        return "BK#%s/%s#%s".formatted(tenant, account, closed ? "CLOSED" : "LIVE");
    }

    static Item write(BreakId id, BreakNote note) {
        return Item.at(Key.breakNote(id, note.version()))
                .put("type", "BREAK_NOTE")
                .put("version", note.version())
                .put("step", note.step())
                .put("by", note.by())
                .put("at", note.at())
                .put("text", note.text());
    }

    static BreakNote readNote(Item item) {
        return new BreakNote(
                item.time("at"),
                item.text("by"),
                item.text("step"),
                item.number("version"),
                item.text("text"));
    }
}
