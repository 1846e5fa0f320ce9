package dev.primegate.dynamodb;

import static dev.primegate.dynamodb.RiskItem.number;

import dev.primegate.book.Intent;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Denial;
import dev.primegate.order.Exposure;
import dev.primegate.risk.Cap;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.MessageRate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Why a headroom item refused an intent, read from the item that the refusal came with. */
final class RiskRefusal {
    private RiskRefusal() {}

    /** A limit was changed since the item was written: headroom moves by the difference. */
    static Optional<TransactWriteItem> relimitAccount(String table, Item found, Intent intent) {
        return relimit(
                table,
                Key.risk(intent.order().request()),
                found,
                List.of(
                        new Relimit("limN", "hN", exactly(intent.limits().openNotional())),
                        new Relimit("limO", "hO", exactly(count(intent.limits().openOrders())))));
    }

    static Optional<TransactWriteItem> relimitSymbol(String table, Item found, Intent intent) {
        boolean exactly = intent.reduceOnly() || !reducing(found, intent).isEmpty();
        return relimit(
                table,
                Key.symbolRisk(intent.order().request()),
                found,
                List.of(
                        new Relimit("limL", "hL", cap(intent.limits().maxLong(), exactly)),
                        new Relimit("limS", "hS", cap(intent.limits().maxShort(), exactly))));
    }

    /** What reduces is held to the very cap that stands. */
    private static Cap cap(Cap cap, boolean exactly) {
        return exactly ? Cap.of(cap.units()) : cap;
    }

    static Optional<Denial> accountDenial(Item found, Intent intent) {
        Exposure need = intent.exposure();
        return accountHalt(found, intent)
                .or(() -> shortage(found, "limN", "hN", need.notional(), "account-open-notional"))
                .or(() ->
                        shortage(
                                found,
                                "limO",
                                "hO",
                                count(need.openOrders()),
                                "account-open-orders"));
    }

    static Optional<Denial> symbolDenial(Item found, Intent intent) {
        Exposure need = intent.exposure();
        boolean worth = intent.limits().maxLong().isConcentration();
        boolean shortWorth = intent.limits().maxShort().isConcentration();
        return haltOf(found, RiskItem.symbolScopes(intent.order()))
                .or(() -> onlyReducing(found, intent, need))
                .or(() ->
                        worth
                                ? concentration(found, "limL", "hL", need.openBuy())
                                : shortage(found, "limL", "hL", need.openBuy(), "symbol-long"))
                .or(() ->
                        shortWorth
                                ? concentration(found, "limS", "hS", need.openSell())
                                : shortage(found, "limS", "hS", need.openSell(), "symbol-short"));
    }

    /** What stops everything of the account, whatever its headroom. */
    static Optional<Denial> accountHalt(Item found, Intent intent) {
        return retired(found, intent)
                .or(() -> haltOf(found, RiskItem.accountScopes(intent.order())));
    }

    /** What stops an order that has its headroom and goes another way. */
    static Optional<Denial> symbolHalt(Item found, Intent again) {
        return haltOf(found, RiskItem.symbolScopes(again.order()))
                .or(() -> onlyReducing(found, again, Exposure.NONE));
    }

    private static Optional<Denial> retired(Item found, Intent intent) {
        long release = intent.order().attempt().release();
        return found.has(RiskItem.MIN_RELEASE) && found.number(RiskItem.MIN_RELEASE) > release
                ? Optional.of(Denial.retired(found.number(RiskItem.MIN_RELEASE), release))
                : Optional.empty();
    }

    private static Optional<Denial> concentration(
            Item found, String limit, String headroom, Decimal10 need) {
        return shortage(found, limit, headroom, need, "concentration");
    }

    /** The account has used up one of its windows. */
    static Denial rateDenial(Item found, MessageRate rate) {
        return Denial.beyond(
                "message-rate",
                "the account has sent as many orders as it may within %d s"
                        .formatted(rate.window().toSeconds()),
                rate.most(),
                found.number("n") + 1);
    }

    private static Optional<Denial> shortage(
            Item found, String limit, String headroom, Decimal10 need, String code) {
        Decimal10 left = found.decimal(headroom);
        if (left.compareTo(need) >= 0) {
            return Optional.empty();
        }
        Decimal10 max = found.decimal(limit);
        return Optional.of(
                Denial.beyond(
                        code,
                        "open orders and position included, the order would pass the limit",
                        max,
                        max.minus(left).plus(need)));
    }

    private static Optional<Denial> haltOf(Item found, List<HaltScope> scopes) {
        Set<String> halted = found.set(HaltReach.HALTED);
        return scopes.stream()
                .filter(scope -> halted.contains(scope.text()))
                .findFirst()
                .map(scope -> Denial.of(Denial.HALTED, "trading is halted: " + scope));
    }

    /** With {@code need}, the part of it that is not yet taken from the headroom. */
    private static Optional<Denial> onlyReducing(Item found, Intent intent, Exposure need) {
        boolean buys = intent.exposure().openBuy().signum() > 0;
        Exposure whole = intent.exposure();
        Exposure taken = whole.minus(need);
        Decimal10 reducible =
                buys
                        ? found.decimal("hL").minus(found.decimal("limL")).plus(taken.openBuy())
                        : found.decimal("hS").minus(found.decimal("limS")).plus(taken.openSell());
        Decimal10 asked = buys ? whole.openBuy() : whole.openSell();
        return Stream.concat(
                        reducing(found, intent).stream(),
                        intent.reduceOnly() ? Stream.of("this order") : Stream.empty())
                .filter(_ -> asked.compareTo(reducible) > 0)
                .findFirst()
                .map(scope -> Denial.reducing(scope, reducible.max(Decimal10.ZERO), asked));
    }

    private static List<String> reducing(Item found, Intent intent) {
        Set<String> reducing = found.set(HaltReach.REDUCING);
        return HaltScope.covering(intent.order()).stream()
                .map(HaltScope::text)
                .filter(reducing::contains)
                .toList();
    }

    private static Optional<TransactWriteItem> relimit(
            String table, Key key, Item found, List<Relimit> changes) {
        Write.Update update = new Write.Update(key);
        boolean changed = false;
        for (Relimit change : changes) {
            Decimal10 before = found.decimal(change.limit);
            if (!change.to.tolerates(before)) {
                changed = true;
                update.add(change.headroom, number(change.to.amount().minus(before)))
                        .set(change.limit, number(change.to.amount()))
                        .when(change.limit + " = %s", number(before));
            }
        }
        return changed ? Optional.of(update.build(table)) : Optional.empty();
    }

    private static Decimal10 count(int number) {
        return Decimal10.of(Integer.toString(number));
    }

    private static Cap exactly(Decimal10 limit) {
        return Cap.of(new Quantity(limit));
    }

    private record Relimit(String limit, String headroom, Cap to) {}
}
