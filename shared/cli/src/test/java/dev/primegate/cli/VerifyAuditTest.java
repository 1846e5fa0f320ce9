package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.audit.Act;
import dev.primegate.audit.Happening;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Link;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of the books that somebody changed, and what is found in them. */
class VerifyAuditTest {
    private static final Instant T0 = Instant.parse("2026-11-22T10:00:00Z");
    private static final int ORDERS = 6;
    private static final int RECORDS = 5;

    @TempDir Path folder;

    private final List<String> lines = export("buy");

    @Test
    @Proves({"N1", "X62"})
    void aCopyThatNobodyTouchedVerifies() throws IOException {
        Export.write(folder, lines);

        Typed typed = verify(folder);

        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .contains("7 chains, 35 records", "every record is what was written");
        assertThat(typed.status()).isZero();
    }

    /** Each bit of a record amid its chain; one whose key is spoilt may stand before its place. */
    @Test
    @Proves({"N1", "X62"})
    void everyFlippedBitIsFoundAtItsIndex() {
        int index = 2;
        for (int line : List.of(lineOf(3, index), lineOf(ORDERS, index))) {
            byte[] record = lines.get(line).getBytes(StandardCharsets.UTF_8);
            for (int bit = 0; bit < record.length * 8; bit++) {
                byte[] flipped = record.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                int least = bit / 8 < lines.get(line).indexOf("\"type\"") ? 0 : index;
                List<String> all = new ArrayList<>(lines);
                all.set(line, new String(flipped, StandardCharsets.UTF_8));

                assertThat(findings(all))
                        .as("bit %d of %s", bit, lines.get(line))
                        .anyMatch(finding ->
                                finding.chain().equals(chainOf(line))
                                        && finding.index().orElse(-1) >= least
                                        && finding.index().orElse(-1) <= index);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Proves({"N1", "X62"})
    void seededTamperingIsFoundAtTheFirstBadIndex(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            int chain = random.nextInt(ORDERS + 1);
            int index = random.nextInt(RECORDS);
            int other = random.nextInt(RECORDS);
            int line = lineOf(chain, index);
            List<String> all = new ArrayList<>(lines);
            int first = index;
            switch (random.nextInt(5)) {
                case 0 -> all.remove(line);
                case 1 -> { // Two records in each other's place.
                    if (other == index) {
                        continue;
                    }
                    swapPlaces(all, line, lineOf(chain, other));
                    first = Math.min(index, other);
                }
                case 2 ->
                        all.set(
                                line,
                                all.get(line).replace("\"n\":{\"S\":\"buy", "\"n\":{\"S\":\"sell"));
                case 3 -> { // A second record under one key.
                    all.add(line + 1, lines.get(line).replace("buy", "sell"));
                    Collections.shuffle(all, random);
                }
                default -> { // The end, with the number of records the owner knows of.
                    first = RECORDS - 1;
                    all.remove(lineOf(chain, first));
                }
            }
            if (index != first || !all.equals(lines)) {
                int expected = first;
                List<Finding> findings = findings(all);
                assertThat(findings).as("seed %d, round %d", seed, round).hasSize(1);
                assertThat(findings.getFirst().chain()).isEqualTo(chainOf(line));
                // Of two under one key it depends on their order which of them is bad.
                assertThat(findings.getFirst().index().orElseThrow())
                        .as("seed %d, round %d", seed, round)
                        .isBetween(expected, expected + 1);
            }
        }
    }

    /** Its own chain is as good as the first; only the copy that cannot be rewritten tells. */
    @Test
    @Proves({"N1", "X62"})
    void aHistoryThatWasWrittenAnewIsFoundAgainstAnEarlierCopy() throws IOException {
        Export.write(folder.resolve("AWSDynamoDB/1000-a"), lines);
        List<String> later = new ArrayList<>(lines);
        int from = lineOf(2, 0);
        for (int i = from; i < from + RECORDS; i++) {
            later.set(i, export("sell").get(i));
        }
        later.subList(lineOf(4, 0) - 1, lineOf(4, 0) + RECORDS).clear();
        Export.write(folder.resolve("AWSDynamoDB/2000-b"), later);

        Typed typed = verify(folder);

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out().lines().skip(1))
                .satisfiesExactlyInAnyOrder(
                        row ->
                                assertThat(row)
                                        .contains("2000-b", chain(2), " 0 ", "another than in")
                                        .contains("1000-a"),
                        row -> assertThat(row).contains("2000-b", chain(4), " 0 ", "is gone"));
    }

    @Test
    @Proves("N1")
    void aDayThatGoesOnWhereTheLastEndedVerifies() throws IOException {
        List<String> earlier = new ArrayList<>(lines);
        earlier.remove(lineOf(2, RECORDS - 1));
        earlier.replaceAll(line ->
                line.equals(Export.owner(chain(2), RECORDS))
                        ? Export.owner(chain(2), RECORDS - 1)
                        : line);
        Export.write(folder.resolve("AWSDynamoDB/1000-a"), earlier);
        Export.write(folder.resolve("AWSDynamoDB/2000-b"), lines);

        assertThat(verify(folder).status()).isZero();
    }

    /** Of a packed file, any byte: it does not unpack, or its digest is another. */
    @Test
    @Proves("X62")
    void everyFlippedByteOfAFileIsFound() throws IOException {
        Path data = Export.write(folder, lines);
        byte[] whole = Files.readAllBytes(data);
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            Files.write(data, flipped);

            assertThat(CopyReader.read(folder).getFirst().verify()).as("byte %d", i).isNotEmpty();
        }
        Files.write(data, Arrays.copyOf(whole, whole.length / 2));
        assertThat(verify(folder).out()).contains("is damaged");
    }

    @Test
    @Proves("X62")
    void aFileThatIsGoneIsFound() throws IOException {
        Path data = Export.write(folder, lines);
        Files.move(data, data.resolveSibling("other.json.gz"));

        assertThat(verify(folder).out())
                .contains("is not in the manifest", "a1b2.json.gz", "is not there");
    }

    @Test
    @Proves({"N1", "X62"})
    void whatTheApiSaidIsVerifiedAsAFile() throws IOException {
        String history = Json.pretty(said(id(1), chainOf(id(1), "buy")));
        Path file = Files.writeString(folder.resolve("history.json"), history);
        assertThat(verify(file).status()).isZero();

        Files.writeString(file, history.replace("buy-3", "buy-4"));
        Typed typed = verify(file);

        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains(chain(1), " 3 ");
    }

    /** In two pages, and beside a copy that has its beginning. */
    @Test
    @Proves({"N1", "X62"})
    void whatTheApiSaysNowIsVerifiedAndHeldToACopy() throws IOException {
        Export.write(folder, lines);
        List<Step> now = steps("buy");

        assertThat(asked(now, 2, RECORDS).status()).isZero();
        assertThat(asked(now, 2, RECORDS, folder.toString()).status()).isZero();
        Typed anew = asked(steps("sell"), 3, RECORDS, folder.toString());
        assertThat(anew.status()).isEqualTo(3);
        assertThat(anew.out()).contains(chain(ORDERS), " 0 ", "another than in");
    }

    @Test
    @Proves({"N1", "X62"})
    void whatTheApiSaysWronglyIsFoundWhateverItClaims() {
        for (int index = 0; index < RECORDS; index++) {
            List<Step> dropped = new ArrayList<>(steps("buy"));
            dropped.remove(index);
            assertThat(asked(dropped, 2, RECORDS).out()).contains(" " + index + " ");

            List<Step> forged = new ArrayList<>(steps("buy"));
            forged.set(index, steps("sell").get(index));
            assertThat(asked(forged, 2, RECORDS).status()).as("%d", index).isEqualTo(3);
        }
    }

    @Test
    void whoMayNotReadATrailIsRefused() {
        try (FakeApi api = new FakeApi()) {
            api.on("GET /v1/audit/tenant", 403, "{\"code\":\"role-missing\"}");
            Typed typed = Typed.at(api, "audit", "verify", "--trail", "tenant");

            assertThat(typed.status()).isEqualTo(2);
            assertThat(typed.err()).contains("role-missing");
        }
    }

    /** Of an API that says {@code steps} in two pages, and that there were {@code length}. */
    private static Typed asked(List<Step> steps, int first, int length, String... copies) {
        try (FakeApi api = new FakeApi()) {
            api.on(
                    "GET /v1/audit/tenant",
                    200,
                    Json.line(said(steps.subList(0, first), length).put("next", "Mg")));
            api.on(
                    "GET /v1/audit/tenant?cursor=Mg",
                    200,
                    Json.line(said(steps.subList(first, steps.size()), length)));
            List<String> words = new ArrayList<>(List.of("audit", "verify", "--trail", "tenant"));
            words.addAll(List.of(copies));
            return Typed.at(api, words.toArray(String[]::new));
        }
    }

    private static ObjectNode said(List<Step> steps, int length) {
        var said = Json.object().put("trail", "tenant:fund").put("length", length);
        said.put("chainVerified", true);
        var list = said.putArray("steps");
        steps.forEach(step -> {
            var one =
                    list.addObject()
                            .put("version", step.version())
                            .put("at", step.at().toString())
                            .put("act", step.act())
                            .put("by", step.by())
                            .put("hash", step.hash());
            step.facts().forEach(one.putObject("facts")::put);
        });
        return said;
    }

    @Test
    void whatIsNoCopyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\"orders\":[]}");

        assertThat(verify(file).status()).isEqualTo(2);
        assertThat(verify(folder).status()).isEqualTo(2);
        assertThat(verify(folder.resolve("none")).status()).isEqualTo(2);
        assertThat(Typed.run(Map.of(), List.of("audit", "verify")).status()).isEqualTo(2);
    }

    private static Typed verify(Path path) {
        return Typed.run(Map.of(), List.of("audit", "verify", path.toString()));
    }

    private static List<Finding> findings(List<String> lines) {
        Copy copy = new Copy("copy", true);
        lines.forEach(line -> ExportRecord.read(line).ifPresent(copy::take));
        return copy.verify().stream().filter(finding -> !finding.chain().isEmpty()).toList();
    }

    /** The two records' keys change places, as if they had been written so. */
    private static void swapPlaces(List<String> all, int one, int other) {
        String first = all.get(one);
        String second = all.get(other);
        String firstKey = first.substring(first.indexOf("\"sk\""), first.indexOf("\"type\""));
        String secondKey = second.substring(second.indexOf("\"sk\""), second.indexOf("\"type\""));
        all.set(one, first.replace(firstKey, secondKey));
        all.set(other, second.replace(secondKey, firstKey));
    }

    /** Chains of orders, and behind them that of a tenant's trail, each led by its owner. */
    private static List<String> export(String word) {
        List<String> all = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            all.add(Export.owner(chain(order), RECORDS));
            chainOf(id(order), word).stream().map(Export::line).forEach(all::add);
        }
        all.add(Export.owner(chain(ORDERS), RECORDS));
        steps(word).stream().map(Export::line).forEach(all::add);
        return all;
    }

    /** What persons of a tenant did. */
    private static List<Step> steps(String word) {
        List<Step> steps = new ArrayList<>();
        String previous = Link.START;
        for (int i = 0; i < RECORDS; i++) {
            Step step =
                    Step.after(
                            i,
                            previous,
                            new Act(
                                    new Trail("tenant:fund"),
                                    T0.plusSeconds(i),
                                    "jane",
                                    "HALTED",
                                    new TreeMap<>(Map.of("n", word + "-" + i))));
            steps.add(step);
            previous = step.hash();
        }
        return steps;
    }

    private static List<HistoryEntry> chainOf(OrderId id, String word) {
        List<HistoryEntry> entries = new ArrayList<>();
        String previous = Link.START;
        for (int i = 0; i < RECORDS; i++) {
            HistoryEntry entry =
                    HistoryEntry.after(
                            previous,
                            id,
                            i + 1L,
                            T0.plusSeconds(i),
                            "feed",
                            new Happening(
                                    "EXECUTED",
                                    new TreeMap<>(Map.of("n", word + "-" + i, "fee", "0.01 USD"))),
                            OrderStatus.PARTIALLY_FILLED);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private static JsonNode said(OrderId id, List<HistoryEntry> entries) {
        var said = Json.object().put("orderId", id.text()).put("chainVerified", true);
        var list = said.putArray("entries");
        entries.forEach(entry -> {
            var one =
                    list.addObject()
                            .put("version", entry.version())
                            .put("at", entry.at().toString())
                            .put("event", entry.event())
                            .put("ordStatus", entry.ordStatus().name())
                            .put("by", entry.by())
                            .put("hash", entry.hash());
            entry.facts().forEach(one.putObject("facts")::put);
        });
        return said;
    }

    private static OrderId id(int order) {
        return new OrderId("ABCDEFGHIJKLMNOPQRSTUVW" + (char) ('A' + order));
    }

    private static String chain(int chain) {
        return chain == ORDERS ? "AU#tenant:fund" : "O#" + id(chain);
    }

    private static int lineOf(int chain, int index) {
        return chain * (RECORDS + 1) + 1 + index;
    }

    private static String chainOf(int line) {
        return chain(line / (RECORDS + 1));
    }
}
