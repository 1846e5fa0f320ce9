package dev.primegate.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A table as JSON for programs: each row an object with a text for each cell, figures as text too,
 * so that no reader rounds them. An empty cell is absent.
 */
public final class TableJson {
    private static final JsonFactory JSON = new JsonFactory();

    private TableJson() {}

    public static String write(Table table) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("report", table.name());
            json.writeArrayFieldStart("rows");
            for (List<String> row : table.rows()) {
                write(json, table.columns(), row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, List<Table.Column> columns, List<String> row)
            throws IOException {
        json.writeStartObject();
        for (int place = 0; place < row.size(); place++) {
            if (!row.get(place).isEmpty()) {
                json.writeStringField(columns.get(place).name(), row.get(place));
            }
        }
        json.writeEndObject();
    }
}
