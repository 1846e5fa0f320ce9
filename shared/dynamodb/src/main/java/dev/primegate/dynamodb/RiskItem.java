package dev.primegate.dynamodb;

import dev.primegate.book.Headroom;
import dev.primegate.book.Intent;
import dev.primegate.book.Posting;
import dev.primegate.ledger.Shift;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Exposure;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.risk.Cap;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
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
 * pos}. Both carry {@code halted}, the scopes that stop them; that of the instrument also {@code
 * reducing}, the scopes that only let its position shrink. Which scope stands on which item: {@link
 * HaltReach}.
 */
final class RiskItem {
    /** The lowest release whose orders the account still takes; any, where it is absent. */
    static final String MIN_RELEASE = "minRelease";

    private RiskItem() {}

    static Item newAccount(Intent intent) {
        Limits limits = intent.limits();
        return Item.at(Key.risk(intent.order().request()))
                .put("type", "RISK")
                .put("hN", limits.openNotional())
                .put("limN", limits.openNotional())
                .put("hO", limits.openOrders())
                .put("limO", limits.openOrders());
    }

    static Item newSymbol(Intent intent) {
        Limits limits = intent.limits();
        return Item.at(Key.symbolRisk(intent.order().request()))
                .put("type", "RISK")
                .put("hL", limits.maxLong().units())
                .put("limL", limits.maxLong().units())
                .put("hS", limits.maxShort().units())
                .put("limS", limits.maxShort().units())
                .put("pos", Decimal10.ZERO);
    }

    /** With no limit yet: the first order in the instrument brings it. */
    static Item newSymbol(Shift shift) {
        return Item.at(Key.symbolRisk(shift.tenant(), shift.account(), shift.symbol()))
                .put("type", "RISK")
                .put("hL", Decimal10.ZERO)
                .put("limL", Decimal10.ZERO)
                .put("hS", Decimal10.ZERO)
                .put("limS", Decimal10.ZERO)
                .put("pos", Decimal10.ZERO);
    }

    /** Moves headroom with a position that moves without an order, below zero if it must. */
    static TransactWriteItem shift(String table, Shift shift) {
        return new Write.Update(Key.symbolRisk(shift.tenant(), shift.account(), shift.symbol()))
                .add("hL", number(shift.units().negated()))
                .add("hS", number(shift.units()))
                .add("pos", number(shift.units()))
                .when("attribute_exists(pk)")
                .build(table);
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
        return unlessStopped(update, intent).build(table);
    }

    /** Checks that an admitted order may go another way as far as its account goes. */
    static TransactWriteItem mayStillTrade(String table, Intent again) {
        Write.Update looked = new Write.Update(Key.risk(again.order().request()));
        return unlessStopped(looked, again).check(table);
    }

    /**
     * Checks that an admitted order may go another way as far as the instrument goes. Where only
     * what reduces may pass, the order's own part is already taken from the headroom: what is left
     * beyond the limit must not be below zero.
     */
    static TransactWriteItem mayStillMove(String table, Intent again) {
        Write.Update looked = new Write.Update(Key.symbolRisk(again.order().request()));
        String reduces = again.exposure().openBuy().signum() > 0 ? "hL >= limL" : "hS >= limS";
        looked.when(
                again.reduceOnly()
                        ? reduces
                        : "((" + notReducing(looked, again) + ") OR (" + reduces + "))");
        return unlessHalted(looked, symbolScopes(again.order())).check(table);
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
        unlessOnlyReducing(update, intent);
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
        Write.Update symbol =
                new Write.Update(Key.symbolRisk(request))
                        .add("hL", number(posting.headroom().buy()))
                        .add("hS", number(posting.headroom().sell()))
                        .add("pos", number(change.position()));
        List<String> onAccount = halts(posting, Key.risk(request));
        List<String> onSymbol = halts(posting, Key.symbolRisk(request));
        if (!onAccount.isEmpty()) {
            account.add(HaltReach.HALTED, AttributeValue.fromSs(onAccount));
        }
        if (!onSymbol.isEmpty()) {
            symbol.add(HaltReach.HALTED, AttributeValue.fromSs(onSymbol));
        }
        seen.ifPresent(left ->
                symbol.when("hL = %s", number(left.buy())).when("hS = %s", number(left.sell())));
        boolean accountMoves =
                change.notional().signum() != 0 || change.openOrders() != 0 || !onAccount.isEmpty();
        boolean symbolMoves =
                posting.headroom().buy().signum() != 0
                        || posting.headroom().sell().signum() != 0
                        || change.position().signum() != 0
                        || !onSymbol.isEmpty();
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

    private static Write.Update unlessStopped(Write.Update update, Intent intent) {
        update.when(
                "(attribute_not_exists(%1$s) OR %1$s <= %%s)".formatted(MIN_RELEASE),
                number(intent.order().attempt().release()));
        return unlessHalted(update, accountScopes(intent.order()));
    }

    private static Write.Update unlessHalted(Write.Update update, List<HaltScope> scopes) {
        for (HaltScope scope : scopes) {
            update.when(
                    "NOT contains(" + HaltReach.HALTED + ", %s)",
                    AttributeValue.fromS(scope.text()));
        }
        return update;
    }

    /**
     * Where a scope only reduces, a sell must fit in the long position less open sells. That is
     * what {@code hS} holds beyond the limit {@code limS}, and the write is held to the very limit
     * that the intent knows: so the sum is made here and compared there. A buy likewise.
     */
    private static void unlessOnlyReducing(Write.Update update, Intent intent) {
        Exposure need = intent.exposure();
        boolean buys = need.openBuy().signum() > 0;
        Cap cap = buys ? intent.limits().maxLong() : intent.limits().maxShort();
        Decimal10 enough = cap.amount().plus(buys ? need.openBuy() : need.openSell());
        String fits =
                (buys ? "limL = %s AND hL >= %s" : "limS = %s AND hS >= %s")
                        .formatted(
                                update.value(number(cap.amount())), update.value(number(enough)));
        if (intent.reduceOnly()) {
            update.when(fits);
            return;
        }
        update.when("((" + notReducing(update, intent) + ") OR (" + fits + "))");
    }

    private static String notReducing(Write.Update update, Intent intent) {
        StringJoiner free = new StringJoiner(" AND ");
        for (HaltScope scope : HaltScope.covering(intent.order())) {
            String name = update.value(AttributeValue.fromS(scope.text()));
            free.add("NOT contains(%s, %s)".formatted(HaltReach.REDUCING, name));
        }
        return free.toString();
    }

    private static List<String> halts(Posting posting, Key item) {
        return posting.halts().stream()
                .filter(halt -> HaltReach.reaches(halt.scope(), halt.state(), item.pk()))
                .map(halt -> halt.scope().text())
                .toList();
    }

    static AttributeValue number(Decimal10 number) {
        return AttributeValue.fromN(number.toString());
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
