package dev.primegate.bench;

import dev.primegate.bench.recon.ReconBench;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/** {@code ./primegate bench}: measures, prints a table, and judges nothing unless asked to. */
@SuppressWarnings("SystemOut") // It is a program, and these lines are what it says.
public final class Main {
    private static final String USAGE =
            """
            usage: ./primegate bench [--orders N | --throughput N [--gate] | --webhooks N |
                                      --alerts N | --storm MINUTES | --recon N]
              --orders N   how many orders are measured each way, from 1 to 9999 (1000)
              --throughput N  N orders, trades and reads of positions, by eight callers at once,
                           from 10 to 5000; with --gate, status 3 if one lost more than 10 %
              --webhooks N verify webhooks beside others' verifiers, and book N, from 1 to 9999
              --alerts N   page for N alerts, and for N while PagerDuty and Slack fail, 5 to 500
              --storm MINUTES  page for an alert each four seconds while PagerDuty and Slack fail
                           for minutes, 1 to 60; status 3 if one was told twice or not at all
              --recon N    compare two files of N trades, from 1000 to 9999999, beside others
            """;

    private static final int WARMING = 400;

    private Main() {}

    /**
     * The first arguments are the built local process and the folder of others' verifiers; the rest
     * is what the user typed.
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            Path jar = Path.of(arguments[0]);
            Path peers = Path.of(arguments[1]);
            List<String> typed = List.of(arguments).subList(2, arguments.length);
            Verdict verdict =
                    switch (typed.isEmpty() ? "" : typed.getFirst()) {
                        case "--throughput" -> throughput(jar, peers, typed);
                        case "--recon" ->
                                Verdict.of(ReconBench.report(number(typed, 1_000, 9_999_999)));
                        case "--webhooks" ->
                                Verdict.of(Webhooks.report(jar, peers, number(typed, 1, 9_999)));
                        case "--alerts" -> Verdict.of(Alerts.report(jar, number(typed, 5, 500)));
                        case "--storm" -> Storm.report(jar, number(typed, 1, 60));
                        default -> Verdict.of(report(jar, orders(typed), WARMING));
                    };
            System.out.print(verdict.text());
            verdict.complaint()
                    .ifPresent(complaint -> {
                        System.err.println(complaint);
                        System.exit(Verdict.WORSE);
                    });
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    /** The baseline stands beside the folder of others' verifiers. */
    private static Verdict throughput(Path jar, Path peers, List<String> typed)
            throws IOException, InterruptedException {
        boolean gated = typed.getLast().equals("--gate");
        int count = number(gated ? typed.subList(0, typed.size() - 1) : typed, 10, 5_000);
        return Throughput.report(jar, count, peers.resolveSibling("throughput.properties"), gated);
    }

    static int orders(List<String> typed) {
        if (!typed.isEmpty() && !typed.getFirst().equals("--orders")) {
            throw new IllegalArgumentException(
                    "expected --orders, --throughput, --webhooks, --alerts, --storm or --recon,"
                            + " found "
                            + String.join(" ", typed));
        }
        return typed.isEmpty() ? 1_000 : number(typed, 1, 9_999);
    }

    /** What stands behind an option, and nothing behind that. */
    static int number(List<String> typed, int least, int most) {
        String word = typed.getLast();
        boolean isNumber = typed.size() == 2 && word.matches("[1-9][0-9]{0,6}");
        if (!isNumber || Integer.parseInt(word) < least || Integer.parseInt(word) > most) {
            throw new IllegalArgumentException(
                    "expected %s and a number from %d to %d, found %s"
                            .formatted(typed.getFirst(), least, most, String.join(" ", typed)));
        }
        return Integer.parseInt(word);
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
