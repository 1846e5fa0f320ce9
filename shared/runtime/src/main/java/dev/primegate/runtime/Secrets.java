package dev.primegate.runtime;

import java.util.Optional;

/**
 * The keys by which others know us, and we know them. A store whose secrets never change says
 * {@link #get} and nothing else.
 */
public interface Secrets {
    /**
     * The secret that is current under {@code name}, at most five minutes old.
     *
     * @throws SecretUnavailableException if it cannot be read and none that young is held
     */
    Secret get(String name);

    /**
     * What was current before, while it may still be used by who did not hear of the new one yet;
     * none if it was never changed, or that was too long ago.
     *
     * @throws SecretUnavailableException if the store cannot say
     */
    default Optional<Secret> previous(String name) {
        return Optional.empty();
    }

    /**
     * Another secret than {@code refused}, which the other side did not take; empty if there is
     * none. The store is asked for it once in a while only, however often this is called.
     */
    default Optional<Secret> renewed(String name, Secret refused) {
        return Optional.empty();
    }

    /** A secret that is needed cannot be read. */
    final class SecretUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public SecretUnavailableException(String name, Throwable cause) {
            super("secret " + name + " cannot be read", cause);
        }

        public SecretUnavailableException(String name, String why) {
            super("secret " + name + " cannot be read: " + why);
        }
    }
}
