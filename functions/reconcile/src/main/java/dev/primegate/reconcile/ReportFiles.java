package dev.primegate.reconcile;

import dev.primegate.report.FolderReports;
import dev.primegate.report.ReportStore;
import dev.primegate.runtime.Pause;
import dev.primegate.s3.Bucket;
import dev.primegate.s3.BucketAddress;
import dev.primegate.s3.BucketReports;
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
        return config.bucket()
                .<ReportStore>map(bucket ->
                        new BucketReports(
                                new Bucket(
                                        new BucketAddress(bucket, config.bucketEndpoint()), pause)))
                .orElseGet(() -> new FolderReports(config.folder().orElse(Path.of("reports"))));
    }
}
