package dev.primegate.report;

import java.util.Arrays;
import java.util.List;

/**
 * A report as rows under a heading; each row has a cell for each column.
 *
 * @param name what its file is called, without a suffix
 */
public record Table(String name, List<Column> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "expected %d cells, found %d".formatted(columns.size(), row.size()));
            }
        }
    }

    /**
     * A column.
     *
     * @param figures whether its cells are plain decimals, to be added up; else they are text
     */
    public record Column(String name, boolean figures) {
        static List<Column> text(String... names) {
            return Arrays.stream(names).map(name -> new Column(name, false)).toList();
        }

        static List<Column> figures(String... names) {
            return Arrays.stream(names).map(name -> new Column(name, true)).toList();
        }
    }
}
