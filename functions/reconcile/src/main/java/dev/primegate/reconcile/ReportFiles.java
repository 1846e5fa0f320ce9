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

/** Where files are laid down: those of reports, and what parts of a day left. */
@Singleton
class ReportFiles {
    /** Without either none is written, so that it does not matter which folder this is. */
    @Produces
    @Singleton
    ReportStore reports(ReportsConfig config, Pause pause) {
        return new ReportStore(
                files(config, pause, "reports/", config.folder().orElse(Path.of("reports"))));
    }

    /** In the same bucket or folder; without either where the program runs. */
    @Produces
    @Singleton
    Residues residues(ReportsConfig config, Pause pause) {
        Path folder = config.folder().orElse(Path.of("")).resolve(".residues");
        return new Residues(files(config, pause, "residues/", folder));
    }

    private static FileStore files(ReportsConfig config, Pause pause, String prefix, Path folder) {
        return config.bucket()
                .<FileStore>map(bucket ->
                        new BucketFiles(
                                new Bucket(
                                        new BucketAddress(bucket, config.bucketEndpoint()), pause),
                                prefix))
                .orElseGet(() -> new FolderFiles(folder));
    }
}
