package dev.primegate.testkit;

import dev.primegate.book.Headroom;
import dev.primegate.book.Intent;
import dev.primegate.book.Posting;
import dev.primegate.ledger.Shift;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Denial;
import dev.primegate.order.Exposure;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Side;
import dev.primegate.risk.Cap;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Limits;
import dev.primegate.risk.MessageRate;
import dev.primegate.risk.TradingState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Headroom by its definition: limits less what is used, summed up afresh each time. */
final class MemoryRisk {
    private final Map<String, Exposure> byAccount = new HashMap<>();
    private final Map<String, Exposure> bySymbol = new HashMap<>();
    private final Map<String, Standing> caps = new HashMap<>();
    private final Map<String, Integer> windows = new HashMap<>();
    private final MemoryHalts halts;

    MemoryRisk(MemoryHalts halts) {
        this.halts = halts;
    }

    synchronized Optional<Denial> denial(Intent intent) {
        Standing caps = standing(intent);
        Exposure need = intent.exposure();
        Exposure account = used(byAccount, account(intent.order().request()));
        Exposure symbol = used(bySymbol, symbol(intent.order().request()));
        Limits max = intent.limits();
        return stopped(intent)
                .or(() -> onlyReducing(intent, symbol))
                .or(() ->
                        beyond(
                                "account-open-notional",
                                max.openNotional(),
                                account.notional(),
                                need.notional()))
                .or(() ->
                        beyond(
                                "account-open-orders",
                                count(max.openOrders()),
                                count(account.openOrders()),
                                Decimal10.ONE))
                .or(() ->
                        beyond(
                                max.maxLong().isConcentration() ? "concentration" : "symbol-long",
                                caps.maxLong,
                                symbol.position().plus(symbol.openBuy()),
                                need.openBuy()))
                .or(() ->
                        beyond(
                                max.maxShort().isConcentration() ? "concentration" : "symbol-short",
                                caps.maxShort,
                                symbol.openSell().minus(symbol.position()),
                                need.openSell()));
    }

    /** What forbids an order that has its headroom another way. */
    synchronized Optional<Denial> detourDenial(Intent again) {
        NewOrder request = again.order().request();
        Exposure others = used(bySymbol, symbol(request)).minus(again.exposure());
        return stopped(again).or(() -> onlyReducing(again, others));
    }

    private Optional<Denial> stopped(Intent intent) {
        long release = intent.order().attempt().release();
        return halts.leastRelease() > release
                ? Optional.of(Denial.retired(halts.leastRelease(), release))
                : HaltScope.covering(intent.order()).stream()
                        .filter(scope -> halts.stands(scope, TradingState.HALTED))
                        .findFirst()
                        .map(scope -> Denial.of(Denial.HALTED, "trading is halted: " + scope));
    }

    /** A window of the account that is used up. */
    synchronized Optional<Denial> tooFast(Intent intent) {
        return intent.limits().rates().stream()
                .filter(rate -> sent(intent, rate) >= rate.most())
                .findFirst()
                .map(rate ->
                        Denial.beyond(
                                "message-rate",
                                "the account has sent as many orders as it may within %d s"
                                        .formatted(rate.window().toSeconds()),
                                rate.most(),
                                sent(intent, rate) + 1));
    }

    synchronized void take(Intent intent) {
        add(intent.order().request(), intent.exposure());
        intent.limits()
                .rates()
                .forEach(rate -> windows.merge(window(intent, rate), 1, Integer::sum));
    }

    synchronized void move(Posting posting) {
        add(posting.order().request(), posting.change());
        posting.halts().forEach(halt -> halts.give(halt, posting.order().lastUpdateTime()));
    }

    /** A position moves without an order of its own. */
    synchronized void shift(Shift shift) {
        bySymbol.merge(
                "%s/%s:%s".formatted(shift.tenant(), shift.account(), shift.symbol()),
                new Exposure(Decimal10.ZERO, Decimal10.ZERO, Decimal10.ZERO, 0, shift.units()),
                MemoryRisk::sum);
    }

    synchronized Headroom headroom(NewOrder request) {
        Exposure used = used(bySymbol, symbol(request));
        Standing max = caps.get(symbol(request));
        if (max == null) {
            throw new IllegalStateException("no limits of " + symbol(request));
        }
        return new Headroom(
                max.maxLong.minus(used.position()).minus(used.openBuy()),
                max.maxShort.plus(used.position()).minus(used.openSell()));
    }

    /** By its definition: the position on the other side, less what is on its way to reduce it. */
    private Optional<Denial> onlyReducing(Intent intent, Exposure used) {
        boolean buys = intent.order().request().side() == Side.BUY;
        Decimal10 reducible =
                buys
                        ? used.position().negated().minus(used.openBuy())
                        : used.position().minus(used.openSell());
        Decimal10 asked = intent.order().reservation().quantity().amount();
        Stream<String> why =
                HaltScope.covering(intent.order()).stream()
                        .filter(scope -> halts.stands(scope, TradingState.REDUCING))
                        .map(HaltScope::text);
        return Stream.concat(why, intent.reduceOnly() ? Stream.of("this order") : Stream.empty())
                .filter(_ -> asked.compareTo(reducible) > 0)
                .findFirst()
                .map(scope -> Denial.reducing(scope, reducible.max(Decimal10.ZERO), asked));
    }

    /** The caps that stand: the intent's, unless those from before are near enough. */
    private Standing standing(Intent intent) {
        Cap buys = intent.limits().maxLong();
        Cap sells = intent.limits().maxShort();
        return caps.merge(
                symbol(intent.order().request()),
                new Standing(buys.amount(), sells.amount()),
                (old, next) ->
                        new Standing(
                                buys.tolerates(old.maxLong) ? old.maxLong : next.maxLong,
                                sells.tolerates(old.maxShort) ? old.maxShort : next.maxShort));
    }

    private int sent(Intent intent, MessageRate rate) {
        return windows.getOrDefault(window(intent, rate), 0);
    }

    private static String window(Intent intent, MessageRate rate) {
        return "%s#%s#%s"
                .formatted(
                        account(intent.order().request()),
                        rate.window(),
                        rate.begin(intent.order().transactTime()));
    }

    private void add(NewOrder request, Exposure change) {
        byAccount.merge(account(request), change, MemoryRisk::sum);
        bySymbol.merge(symbol(request), change, MemoryRisk::sum);
    }

    private static Exposure used(Map<String, Exposure> map, String key) {
        return map.getOrDefault(key, Exposure.NONE);
    }

    private static Exposure sum(Exposure one, Exposure other) {
        return one.minus(Exposure.NONE.minus(other));
    }

    private static Optional<Denial> beyond(
            String code, Decimal10 limit, Decimal10 used, Decimal10 need) {
        Decimal10 actual = used.plus(need);
        return need.signum() > 0 && actual.compareTo(limit) > 0
                ? Optional.of(
                        Denial.beyond(
                                code,
                                "open orders and position included, the order would pass the limit",
                                limit,
                                actual))
                : Optional.empty();
    }

    private static String account(NewOrder request) {
        return request.tenant() + "/" + request.account();
    }

    private static String symbol(NewOrder request) {
        return account(request) + ":" + request.symbol();
    }

    private static Decimal10 count(int number) {
        return Decimal10.of(Integer.toString(number));
    }

    private record Standing(Decimal10 maxLong, Decimal10 maxShort) {}
}
