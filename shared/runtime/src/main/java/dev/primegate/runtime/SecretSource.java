package dev.primegate.runtime;

import java.util.Optional;

/**
 * A store of secrets, read anew by each call. What is wrong with it is a {@link
 * Secrets.SecretUnavailableException}.
 */
public interface SecretSource {
    /** What the setting {@code primegate.secrets.source} calls it. */
    String id();

    /** The version that is current. */
    SecretVersion current(String name);

    /** The one that was current before it; empty if there was none. */
    Optional<Secret> previous(String name);
}
