package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, in columns as wide as what stands in them. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** The members {@code names} of each element; what is absent is {@code -}. */
    static Table of(JsonNode elements, String... names) {
        Table table = new Table(names);
        for (JsonNode element : elements) {
            table.row(
                    IntStream.range(0, names.length)
                            .mapToObj(i -> element.path(names[i]).asText(""))
                            .toArray(String[]::new));
        }
        return table;
    }

    Table(String... headings) {
        row(headings);
    }

    Table row(String... cells) {
        rows.add(
                List.of(cells).stream()
                        .map(cell -> cell.isEmpty() ? "-" : cell.replaceAll("\\p{Cntrl}", " "))
                        .toList());
        return this;
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    String text() {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream()
                .map(row ->
                        IntStream.range(0, widths.length)
                                .mapToObj(i ->
                                        row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                                .collect(Collectors.joining("  "))
                                .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
