package dev.primegate.dynamodb;

import dev.primegate.book.Headroom;
import dev.primegate.book.Intent;
import dev.primegate.book.Posting;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Exposure;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.risk.Cap;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The headroom items. What is left stands in the item, because a condition of DynamoDB can compare
 * an attribute but cannot compute: {@code hN >= :need}, and the write subtracts.
 *
 * <p>Of an account: {@code hN} open notional and {@code hO} open orders still to be had, {@code
 * limN} and {@code limO} their limits. Of an account in one instrument: {@code hL} units it may
 * still buy, {@code hS} units it may still sell, {@code limL} and {@code limS} their limits, {@code
 * pos}. Both carry {@code halted}, the scopes that stop them.
 */
final class RiskItem {
    static final String HALTED = "halted";

    private RiskItem() {}

    static Item newAccount(Intent intent, Set<String> halted) {
        Limits limits = intent.limits();
        Item item =
                Item.at(Key.risk(intent.order().request()))
                        .put("type", "RISK")
                        .put("hN", limits.openNotional())
                        .put("limN", limits.openNotional())
                        .put("hO", limits.openOrders())
                        .put("limO", limits.openOrders());
        return withHalts(item, accountScopes(intent.order()), halted);
    }

    static Item newSymbol(Intent intent, Set<String> halted) {
        Limits limits = intent.limits();
        Item item =
                Item.at(Key.symbolRisk(intent.order().request()))
                        .put("type", "RISK")
                        .put("hL", limits.maxLong().units())
                        .put("limL", limits.maxLong().units())
                        .put("hS", limits.maxShort().units())
                        .put("limS", limits.maxShort().units())
                        .put("pos", Decimal10.ZERO);
        return withHalts(item, symbolScopes(intent.order()), halted);
    }

    /** Takes the account's headroom, if there is enough, the limits are these and nothing halts. */
    static TransactWriteItem takeAccount(String table, Intent intent) {
        Exposure need = intent.exposure();
        Write.Update update =
                new Write.Update(Key.risk(intent.order().request()))
                        .add("hN", number(need.notional().negated()))
                        .add("hO", number(-need.openOrders()))
                        .when("hN >= %s", number(need.notional()))
                        .when("hO >= %s", number(need.openOrders()))
                        .when("limN = %s", number(intent.limits().openNotional()))
                        .when("limO = %s", number(intent.limits().openOrders()));
        return unlessHalted(update, accountScopes(intent.order())).build(table);
    }

    static TransactWriteItem takeSymbol(String table, Intent intent) {
        Headroom give =
                new Headroom(intent.exposure().buyHeadroom(), intent.exposure().sellHeadroom());
        Write.Update update =
                new Write.Update(Key.symbolRisk(intent.order().request()))
                        .add("hL", number(give.buy()))
                        .add("hS", number(give.sell()));
        underCap(update, "limL", intent.limits().maxLong());
        underCap(update, "limS", intent.limits().maxShort());
        // The side that is not taken from may stand below zero: an order that reduces passes.
        if (give.buy().signum() < 0) {
            update.when("hL >= %s", number(give.buy().negated()));
        }
        if (give.sell().signum() < 0) {
            update.when("hS >= %s", number(give.sell().negated()));
        }
        return unlessHalted(update, symbolScopes(intent.order())).build(table);
    }

    /** The cap that stands is the intent's, or near enough to it. */
    private static void underCap(Write.Update update, String limit, Cap cap) {
        if (cap.isConcentration()) {
            update.when(limit + " >= %s", number(cap.least().amount()))
                    .when(limit + " <= %s", number(cap.most().amount()));
        } else {
            update.when(limit + " = %s", number(cap.amount()));
        }
    }

    /**
     * Moves headroom by what has happened, below zero if it must, and halts what is to be halted.
     */
    static Stream<TransactWriteItem> move(String table, Posting posting, Optional<Headroom> seen) {
        NewOrder request = posting.order().request();
        Exposure change = posting.change();
        Write.Update account =
                new Write.Update(Key.risk(request))
                        .add("hN", number(change.notional().negated()))
                        .add("hO", number(-change.openOrders()));
        posting.halt().ifPresent(scope -> account.add(HALTED, set(scope)));
        Write.Update symbol =
                new Write.Update(Key.symbolRisk(request))
                        .add("hL", number(posting.headroom().buy()))
                        .add("hS", number(posting.headroom().sell()))
                        .add("pos", number(change.position()));
        seen.ifPresent(left ->
                symbol.when("hL = %s", number(left.buy())).when("hS = %s", number(left.sell())));
        boolean accountMoves =
                change.notional().signum() != 0
                        || change.openOrders() != 0
                        || posting.halt().isPresent();
        boolean symbolMoves =
                posting.headroom().buy().signum() != 0
                        || posting.headroom().sell().signum() != 0
                        || change.position().signum() != 0;
        return Stream.concat(
                accountMoves ? Stream.of(account.build(table)) : Stream.empty(),
                symbolMoves ? Stream.of(symbol.build(table)) : Stream.empty());
    }

    static Headroom headroom(Item symbolItem) {
        return new Headroom(symbolItem.decimal("hL"), symbolItem.decimal("hS"));
    }

    /** Every halt scope an account's item can carry. */
    static List<HaltScope> accountScopes(Order order) {
        return HaltScope.covering(order).subList(0, 3);
    }

    static List<HaltScope> symbolScopes(Order order) {
        return HaltScope.covering(order).subList(3, 4);
    }

    static AttributeValue set(HaltScope scope) {
        return AttributeValue.fromSs(List.of(scope.text()));
    }

    private static Write.Update unlessHalted(Write.Update update, List<HaltScope> scopes) {
        for (HaltScope scope : scopes) {
            update.when("NOT contains(" + HALTED + ", %s)", AttributeValue.fromS(scope.text()));
        }
        return update;
    }

    private static Item withHalts(Item item, List<HaltScope> scopes, Set<String> halted) {
        Set<String> born =
                scopes.stream()
                        .map(HaltScope::text)
                        .filter(halted::contains)
                        .collect(Collectors.toSet());
        if (!born.isEmpty()) {
            item.attributes().put(HALTED, AttributeValue.fromSs(List.copyOf(born)));
        }
        return item;
    }

    static AttributeValue number(Decimal10 number) {
        return AttributeValue.fromN(number.toString());
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
