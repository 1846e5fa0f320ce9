package dev.primegate.dynamodb;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "primegate.table")
interface TableConfig {
    /** The one table's name. */
    @WithDefault("primegate")
    String name();
}
