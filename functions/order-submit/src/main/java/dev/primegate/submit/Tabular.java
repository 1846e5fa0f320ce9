package dev.primegate.submit;

import dev.primegate.report.Table;

/** An answer that is also a table, for who asks for {@code text/csv}. */
interface Tabular {
    Table table();
}
