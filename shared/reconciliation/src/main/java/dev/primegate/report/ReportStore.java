package dev.primegate.report;

import dev.primegate.order.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/** Where files of reports are laid down. */
public record ReportStore(FileStore files) {
    /** A table as two files, {@code TENANT/DAY/NAME.csv} and {@code .json}; whether one changed. */
    public boolean keep(Tenant tenant, LocalDate day, Table table) {
        boolean changed = false;
        for (var form :
                Map.of("csv", TableCsv.write(table), "json", TableJson.write(table)).entrySet()) {
            String path = "%s/%s/%s.%s".formatted(tenant, day, table.name(), form.getKey());
            changed |= files.keep(path, form.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }
}
