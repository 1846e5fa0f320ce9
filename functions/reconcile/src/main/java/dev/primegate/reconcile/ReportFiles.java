package dev.primegate.reconcile;

import dev.primegate.report.FileStore;
import dev.primegate.report.FolderFiles;
import dev.primegate.report.ReportStore;
import dev.primegate.runtime.Pause;
import dev.primegate.s3.Bucket;
import dev.primegate.s3.BucketAddress;
import dev.primegate.s3.BucketFiles;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Where files of reports are laid down. */
@Singleton
class ReportFiles {
    /** Without either none is written, so that it does not matter which folder this is. */
    @Produces
    @Singleton
    ReportStore store(ReportsConfig config, Pause pause) {
        return new ReportStore(
                config.bucket()
                        .<FileStore>map(bucket ->
                                new BucketFiles(
                                        new Bucket(
                                                new BucketAddress(bucket, config.bucketEndpoint()),
                                                pause),
                                        "reports/"))
                        .orElseGet(
                                () -> new FolderFiles(config.folder().orElse(Path.of("reports")))));
    }
}
