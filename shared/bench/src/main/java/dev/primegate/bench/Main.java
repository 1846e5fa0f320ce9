package dev.primegate.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/** {@code ./primegate bench}: measures, prints a table, and judges nothing. */
@SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
public final class Main {
    private static final String USAGE =
            """
            usage: ./primegate bench [--orders N]
              --orders N   how many orders are measured each way, from 1 to 9999 (1000)
            """;

    private static final int WARMING = 400;

    private Main() {}

    /** The first argument is the built local process; the rest is what the user typed. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            List<String> words = List.of(arguments);
            int orders = orders(words.subList(1, words.size()));
            System.out.print(report(Path.of(words.getFirst()), orders, WARMING));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    static int orders(List<String> words) {
        if (words.isEmpty()) {
            return 1_000;
        }
        if (words.size() != 2
                || !words.getFirst().equals("--orders")
                || !words.getLast().matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "expected --orders and a number from 1 to 9999, found "
                            + String.join(" ", words));
        }
        return Integer.parseInt(words.getLast());
    }

    static String report(Path jar, int orders, int warming)
            throws IOException, InterruptedException {
        try (Product product = Product.start(jar);
                HttpClient http = Product.http();
                Wire wire = new Wire(product.dynamo())) {
            Items items = new Items(wire.client());
            items.publishPrice();
            items.learn(product.submit(0));
            ByHand byHand = new ByHand(items, http, product.broker());
            Contest contest = new Contest(product::submit, byHand, items::publishPrice);
            var _ = contest.times(warming);
            Contest.Times times = contest.times(orders);
            Contest.Bytes bytes = contest.bytes(orders, product::allocated);
            return new Report(times, bytes, wire.ofOne(byHand)).text();
        }
    }
}
