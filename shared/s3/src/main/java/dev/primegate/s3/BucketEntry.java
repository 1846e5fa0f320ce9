package dev.primegate.s3;

import java.time.Instant;

/** What a list says of an object: its size is in bytes. */
record BucketEntry(String key, Instant at, long size) {}
