package dev.primegate.dynamodb;

import dev.primegate.breaks.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Both sides' rows, as lists of maps within the item of their break. */
final class EvidenceItem {
    private static final String OURS = "ourRows";
    private static final String BROKERS = "brokersRows";
    private static final String DIFFERENCES = "differences";

    private EvidenceItem() {}

    static void write(Item item, Evidence evidence) {
        item.put("evidenceRows", (long) evidence.rows());
        item.attributes().put(OURS, list(evidence.ours().stream().map(EvidenceItem::row).toList()));
        item.attributes()
                .put(BROKERS, list(evidence.brokers().stream().map(EvidenceItem::row).toList()));
        item.attributes()
                .put(
                        DIFFERENCES,
                        list(
                                evidence.differences().stream()
                                        .map(d ->
                                                AttributeValue.fromM(
                                                        Map.of(
                                                                "field", text(d.field()),
                                                                "ours", text(d.ours()),
                                                                "brokers", text(d.brokers()))))
                                        .toList()));
    }

    static Evidence read(Item item) {
        return new Evidence(
                rows(item, OURS),
                rows(item, BROKERS),
                maps(item, DIFFERENCES).stream()
                        .map(map ->
                                new Evidence.Difference(
                                        text(map, "field"),
                                        text(map, "ours"),
                                        text(map, "brokers")))
                        .toList(),
                (int) item.number("evidenceRows"));
    }

    private static AttributeValue row(Evidence.Row row) {
        return AttributeValue.fromM(
                Map.of(
                        "source", text(row.source()),
                        "line", AttributeValue.fromN(Long.toString(row.line())),
                        "fields",
                                AttributeValue.fromM(
                                        row.fields().entrySet().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                e -> text(e.getValue()))))));
    }

    private static List<Evidence.Row> rows(Item item, String name) {
        return maps(item, name).stream()
                .map(map -> {
                    SortedMap<String, String> fields = new TreeMap<>();
                    attribute(map, "fields")
                            .m()
                            .forEach((key, value) -> fields.put(key, value.s()));
                    return new Evidence.Row(
                            text(map, "source"),
                            Long.parseLong(attribute(map, "line").n()),
                            fields);
                })
                .toList();
    }

    private static List<Map<String, AttributeValue>> maps(Item item, String name) {
        return attribute(item.attributes(), name).l().stream().map(AttributeValue::m).toList();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> map, String name) {
        return Objects.requireNonNull(map.get(name), name);
    }

    private static String text(Map<String, AttributeValue> map, String name) {
        return attribute(map, name).s();
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue list(List<AttributeValue> values) {
        return AttributeValue.fromL(values);
    }
}
