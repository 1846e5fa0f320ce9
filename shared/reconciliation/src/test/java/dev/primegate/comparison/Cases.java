package dev.primegate.comparison;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code cases.txt}: two books, and what is found in them. */
record Cases(String name, Book ours, Book brokers, TradeRules rules, List<String> expected) {
    static final LocalDate DAY = LocalDate.parse("2026-11-02");

    /** Lines of one side; a class only so that a test's name does not list them. */
    record Book(List<TradeLine> lines) {
        @Override
        public String toString() {
            return lines.size() + " lines";
        }
    }

    @Override
    public String toString() {
        return name;
    }

    static List<Cases> all() {
        try (InputStream file = Cases.class.getResourceAsStream("cases.txt")) {
            String text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            List<Cases> cases = new ArrayList<>();
            for (String block : text.split("(?m)^case ", -1)) {
                if (!block.startsWith("#")) {
                    cases.add(read(block.lines().filter(l -> !l.isBlank()).toList()));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TradeRules rules(String words) {
        Map<String, String> given = words(words);
        return new TradeRules(
                DAY,
                Decimal10.of(given.getOrDefault("rounding", "0")),
                Decimal10.of(given.getOrDefault("fee", "0")),
                TradeDates.UTC,
                TradeDates.local(ZoneId.of(given.getOrDefault("zone", "Z"))),
                Decimal10.of(given.getOrDefault("high", "1000")));
    }

    static TradeLine trade(String words, String source, int line) {
        Map<String, String> w = words(words);
        String symbol = w.getOrDefault("sym", "BTC-USD");
        return new TradeLine(
                new Origin(source, line),
                "main",
                words.split(" ", -1)[0],
                Optional.ofNullable(w.get("order")),
                symbol.startsWith("?")
                        ? new Named(symbol.substring(1), Optional.empty())
                        : Named.of(new Symbol(symbol)),
                Side.valueOf(w.getOrDefault("side", "BUY")),
                Quantity.of(w.getOrDefault("qty", "5")),
                Price.of(w.getOrDefault("px", "100")),
                new Asset(w.getOrDefault("ccy", "USD")),
                Optional.ofNullable(w.get("fee"))
                        .map(fee ->
                                new Money(
                                        Decimal10.of(fee),
                                        new Asset(w.getOrDefault("feeccy", "USD")))),
                new TradeDays(
                        LocalDate.parse(w.getOrDefault("day", DAY.toString())),
                        Optional.of(w.getOrDefault("settles", DAY.toString()))
                                .filter(day -> !day.isEmpty())
                                .map(LocalDate::parse),
                        Optional.ofNullable(w.get("at")).map(Instant::parse)),
                w.containsKey("busted"));
    }

    private static Cases read(List<String> lines) {
        List<TradeLine> ours = new ArrayList<>();
        List<TradeLine> brokers = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        TradeRules rules = rules("");
        String matched = "matched 0";
        for (String line : lines.subList(1, lines.size())) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.split(" ", -1)[0]) {
                case "ours" -> ours.add(trade(rest, "ours", ours.size() + 2));
                case "broker" -> brokers.add(trade(rest, "broker", brokers.size() + 2));
                case "rules" -> rules = rules(rest);
                case "expect" -> expected.add(rest);
                case "matched" -> matched = line;
                case "#" -> {}
                default -> throw new IllegalArgumentException("no such line: " + line);
            }
        }
        expected.add(matched);
        expected.sort(null);
        return new Cases(lines.getFirst(), new Book(ours), new Book(brokers), rules, expected);
    }

    private static Map<String, String> words(String text) {
        Map<String, String> words = new HashMap<>();
        for (String word : text.split(" ", -1)) {
            String[] parts = word.split("=", 2);
            words.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return words;
    }
}
