package dev.primegate.simulator.engine;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument.Increments;
import dev.primegate.simulator.engine.Instrument.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What trades here. The numbers are round, so that an order at 60000 meets its market. */
public final class Instruments {
    private static final List<Instrument> PAIRS =
            List.of(
                    pair("BTC", "USD", "59990", "2"),
                    pair("ETH", "USD", "2999.5", "40"),
                    pair("SOL", "USD", "149.97", "800"),
                    pair("BTC", "USDC", "59990", "2"),
                    pair("ETH", "USDC", "2999.5", "40"));
    private static final List<Instrument> STOCKS =
            List.of(
                    stock("AAPL", "199.97"),
                    stock("MSFT", "449.95"),
                    stock("NVDA", "149.97"),
                    stock("SPY", "599.95"),
                    stock("XOM", "109.98"));
    private static final List<Instrument> ALL =
            Stream.concat(PAIRS.stream(), STOCKS.stream()).toList();

    private Instruments() {}

    public static List<Instrument> all() {
        return ALL;
    }

    /** Digital assets against money. */
    public static List<Instrument> pairs() {
        return PAIRS;
    }

    /** Shares. */
    public static List<Instrument> stocks() {
        return STOCKS;
    }

    public static Optional<Instrument> find(String id) {
        return find(ALL, id);
    }

    /** The one of {@code some} that is called {@code id}. */
    public static Optional<Instrument> find(List<Instrument> some, String id) {
        return some.stream().filter(instrument -> instrument.id().equals(id)).findFirst();
    }

    private static Instrument stock(String symbol, String ceiling) {
        Decimal10 tick = Decimal10.of("0.0001");
        return new Instrument(
                symbol,
                new Asset(symbol),
                new Asset("USD"),
                new Increments(Decimal10.ONE, tick, tick),
                new Range(Decimal10.ONE, Decimal10.of("1000000")),
                new Range(Decimal10.ONE, Decimal10.of("150000000")),
                Decimal10.of(ceiling),
                Decimal10.of("500"));
    }

    private static Instrument pair(String base, String quote, String ceiling, String typical) {
        return new Instrument(
                base + "-" + quote,
                new Asset(base),
                new Asset(quote),
                new Increments(
                        Decimal10.of("0.00000001"), Decimal10.of("0.01"), Decimal10.of("0.01")),
                new Range(Decimal10.of("0.0001"), Decimal10.of("100000")),
                new Range(Decimal10.of("1"), Decimal10.of("150000000")),
                Decimal10.of(ceiling),
                Decimal10.of(typical));
    }
}
