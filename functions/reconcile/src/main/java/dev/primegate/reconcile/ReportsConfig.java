package dev.primegate.reconcile;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where files of reports are laid down; without a bucket and a folder there are none. */
@ConfigMapping(prefix = "primegate.reports")
interface ReportsConfig {
    /** A folder on a laptop. */
    Optional<Path> folder();

    /** A bucket of S3, before a folder; files lie in it as {@code reports/TENANT/DAY/FILE}. */
    Optional<String> bucket();

    /** What answers in S3's place; without it, S3 of the function's region. */
    Optional<URI> bucketEndpoint();
}
