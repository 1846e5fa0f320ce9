package dev.primegate.reconcile;

import dev.primegate.runtime.Pause;
import dev.primegate.s3.Bucket;
import dev.primegate.s3.BucketAddress;
import dev.primegate.s3.BucketStatements;
import dev.primegate.statement.FolderStatements;
import dev.primegate.statement.StatementStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Where brokers' files are looked for. */
@Singleton
class Statements {
    /**
     * Without either no broker's files are read, so that it does not matter which folder this is.
     */
    @Produces
    @Singleton
    StatementStore store(BooksConfig config, Pause pause) {
        return config.bucket()
                .<StatementStore>map(bucket ->
                        new BucketStatements(
                                new Bucket(
                                        new BucketAddress(bucket, config.bucketEndpoint()), pause)))
                .orElseGet(
                        () -> new FolderStatements(config.folder().orElse(Path.of("statements"))));
    }
}
