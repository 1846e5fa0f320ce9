package dev.primegate.simulation;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.order.TimeInForce;
import dev.primegate.risk.HaltScope;
import dev.primegate.simulation.world.Chances;
import dev.primegate.submit.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one seed is about: who asks for what and when, under which limits, and how much goes wrong.
 *
 * @param halt a scope that is halted in the middle of it
 * @param resolves how often doubts are looked at: each minute, or more often, as somebody in a
 *     hurry would
 * @param risks what the risk desk has to do
 */
record Plan(
        List<Wish> wishes,
        Settings.Caps caps,
        Chances chances,
        Optional<HaltScope> halt,
        boolean resolvesTwice,
        Duration resolves,
        Risks risks) {
    static final Duration MINUTELY = Duration.ofMinutes(1);

    static final Tenant TENANT = new Tenant("fund");
    static final List<Account> ACCOUNTS = List.of(new Account("alpha"), new Account("beta"));
    static final List<Symbol> SYMBOLS = List.of(new Symbol("BTC-USD"), new Symbol("ETH-USD"));
    private static final List<String> QUANTITIES = List.of("0.1", "0.5", "1", "2");

    /**
     * One order the OMS wants.
     *
     * @param twice it is asked for by two requests at once
     * @param cancelAfter the OMS changes its mind
     */
    record Wish(NewOrder order, Duration at, boolean twice, Optional<Duration> cancelAfter) {}

    static Plan draw(SplittableRandom random) {
        Chances chances = Chances.draw(random);
        List<Wish> wishes = new ArrayList<>();
        // As one request with many orders would: all of them beside each other.
        boolean batch = random.nextInt(6) == 0;
        int orders = batch ? 40 + random.nextInt(20) : 6 + random.nextInt(20);
        for (int i = 0; i < orders; i++) {
            wishes.add(wish(random, i, batch ? 200 : 60_000));
        }
        Settings.Caps caps =
                batch
                        ? new Settings.Caps("100", "90000000", 100)
                        : new Settings.Caps(
                                Integer.toString(2 + random.nextInt(5)),
                                Integer.toString(50_000 + random.nextInt(400_000)),
                                3 + random.nextInt(20));
        return new Plan(
                wishes,
                caps,
                chances,
                halt(random),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? Duration.ofSeconds(3) : MINUTELY,
                Risks.draw(random.split()));
    }

    private static Wish wish(SplittableRandom random, int number, int withinMillis) {
        return new Wish(
                order(random, number),
                Duration.ofMillis(5_000 + random.nextInt(withinMillis)),
                random.nextInt(8) == 0,
                random.nextInt(3) == 0
                        ? Optional.of(Duration.ofMillis(random.nextInt(60_000)))
                        : Optional.empty());
    }

    private static NewOrder order(SplittableRandom random, int number) {
        Symbol symbol = pick(random, SYMBOLS);
        Side side = random.nextInt(5) < 3 ? Side.BUY : Side.SELL;
        Account account = pick(random, ACCOUNTS);
        String quantity = pick(random, QUANTITIES);
        return order(number, account, symbol, side, quantity, terms(random, symbol, side));
    }

    /** An order as this OMS writes it. */
    static NewOrder order(
            int number,
            Account account,
            Symbol symbol,
            Side side,
            String quantity,
            OrderTerms terms) {
        boolean market = terms.ordType() == OrderTerms.OrdType.MARKET;
        return new NewOrder(
                TENANT,
                account,
                new ClOrdId("order-" + number),
                symbol,
                side,
                new OrderSize.Units(Quantity.of(quantity)),
                terms,
                market ? TimeInForce.IOC : TimeInForce.GTC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "desk",
                "trader",
                Optional.empty());
    }

    /** A third at the market, a third that meets it, a third that rests. */
    private static OrderTerms terms(SplittableRandom random, Symbol symbol, Side side) {
        boolean bitcoin = symbol.equals(SYMBOLS.getFirst());
        String through = bitcoin ? "60500" : "3050";
        String below = bitcoin ? "58000" : "2900";
        return switch (random.nextInt(3)) {
            case 0 -> new OrderTerms.Market(100, Optional.empty());
            case 1 -> limit(side == Side.BUY ? through : below);
            default -> limit(side == Side.BUY ? below : through);
        };
    }

    private static OrderTerms limit(String price) {
        return new OrderTerms.Limit(Price.of(price), Optional.empty());
    }

    private static Optional<HaltScope> halt(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(HaltScope.ALL);
            case 1 -> Optional.of(HaltScope.of(TENANT, ACCOUNTS.getFirst()));
            case 2 -> Optional.of(HaltScope.of(SYMBOLS.getFirst()));
            case 3 -> Optional.of(HaltScope.of(Scenario.SECOND));
            default -> Optional.empty();
        };
    }

    private static <T> T pick(SplittableRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
