package dev.primegate.runtime;

/** Where keys are kept. */
public interface Secrets {
    /**
     * The secret under {@code name}, at most five minutes old.
     *
     * @throws SecretUnavailableException if it cannot be read and none is held
     */
    Secret get(String name);

    /** A secret that is needed cannot be read. */
    final class SecretUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        SecretUnavailableException(String name, Throwable cause) {
            super("secret " + name + " cannot be read", cause);
        }
    }
}
