package dev.primegate.telemetry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Readings as lines of CloudWatch's <a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
 * metric format</a>, one for each set of labels.
 */
final class Emf {
    /** CloudWatch throws a line away that has more, of metrics or of values. */
    static final int MOST = 100;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Emf() {}

    /**
     * Who writes.
     *
     * @param namespace of the installation
     * @param function as a property of the line and not as a dimension
     */
    record Source(String namespace, String function) {}

    /**
     * The lines, each a JSON object without a line's end.
     *
     * @param source whose readings they are
     */
    static List<String> lines(List<Reading> readings, Source source, Instant at) {
        Map<Map<String, String>, List<Reading>> byLabels = new LinkedHashMap<>();
        for (Reading reading : readings) {
            for (Reading part : split(reading)) {
                byLabels.computeIfAbsent(labels(part.series()), _ -> new ArrayList<>()).add(part);
            }
        }
        List<String> lines = new ArrayList<>();
        byLabels.forEach((labels, all) -> lines.addAll(lines(labels, all, source, at)));
        return List.copyOf(lines);
    }

    /** A metric stands once in a line, so the second part of one goes into the next. */
    private static List<String> lines(
            Map<String, String> labels, List<Reading> readings, Source source, Instant at) {
        List<String> lines = new ArrayList<>();
        List<Reading> left = readings;
        while (!left.isEmpty()) {
            Map<Metric, Reading> now = new LinkedHashMap<>();
            List<Reading> later = new ArrayList<>();
            for (Reading reading : left) {
                if (now.size() >= MOST
                        || now.putIfAbsent(reading.series().metric(), reading) != null) {
                    later.add(reading);
                }
            }
            lines.add(line(labels, List.copyOf(now.values()), source, at).toString());
            left = later;
        }
        return lines;
    }

    private static ObjectNode line(
            Map<String, String> labels, List<Reading> readings, Source source, Instant at) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", source.namespace());
        ArrayNode dimensions = directive.putArray("Dimensions").addArray();
        labels.keySet().forEach(dimensions::add);
        ArrayNode metrics = directive.putArray("Metrics");
        labels.forEach(line::put);
        var _ = line.put("function", source.function());
        for (Reading reading : readings) {
            Metric metric = reading.series().metric();
            var _ = metrics.addObject().put("Name", metric.word()).put("Unit", unit(metric));
            switch (reading) {
                case Reading.Count(Series _, long count) -> line.put(metric.word(), count);
                case Reading.Level(Series _, BigDecimal value) -> line.put(metric.word(), value);
                case Reading.Spread(Series _, List<Reading.Bar> bars) ->
                        line.set(metric.word(), spread(bars));
            }
        }
        return line;
    }

    private static String unit(Metric metric) {
        return metric.kind().unit();
    }

    private static ObjectNode spread(List<Reading.Bar> bars) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode values = node.putArray("Values");
        ArrayNode counts = node.putArray("Counts");
        BigDecimal sum = BigDecimal.ZERO;
        long count = 0;
        for (Reading.Bar bar : bars) {
            values.add(bar.value());
            counts.add(bar.count());
            sum = sum.add(bar.value().multiply(BigDecimal.valueOf(bar.count())));
            count += bar.count();
        }
        return node.put("Min", bars.getFirst().value())
                .put("Max", bars.getLast().value())
                .put("Sum", sum)
                .put("Count", count);
    }

    /** As many readings as it takes for none to have too many values; nothing is left out. */
    private static List<Reading> split(Reading reading) {
        return switch (reading) {
            case Reading.Count count -> List.of(count);
            case Reading.Level level -> List.of(level);
            case Reading.Spread(Series series, List<Reading.Bar> bars) -> {
                List<Reading> parts = new ArrayList<>();
                for (int from = 0; from < bars.size(); from += MOST) {
                    int to = Math.min(from + MOST, bars.size());
                    parts.add(new Reading.Spread(series, bars.subList(from, to)));
                }
                yield parts;
            }
        };
    }

    private static Map<String, String> labels(Series series) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < series.values().size(); i++) {
            labels.put(series.metric().labels().get(i).word(), series.values().get(i));
        }
        return labels;
    }
}
