package dev.primegate.runtime;

import java.time.Instant;

/**
 * What a secret is, and since when.
 *
 * @param since when this version was written
 */
public record SecretVersion(Secret secret, Instant since) {}
