package dev.primegate.reconcile;

import dev.primegate.statement.FolderStatements;
import dev.primegate.statement.StatementStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Where brokers' files are looked for. */
@Singleton
class Statements {
    /** Without a folder no broker's files are read, so that it does not matter which this is. */
    @Produces
    @Singleton
    StatementStore store(BooksConfig config) {
        return new FolderStatements(config.folder().orElse(Path.of("statements")));
    }
}
