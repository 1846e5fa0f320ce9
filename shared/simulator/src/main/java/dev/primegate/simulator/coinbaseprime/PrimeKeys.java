package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.wire.Keyring;
import dev.primegate.simulator.wire.RefusedException;
import java.util.List;

/** The API keys of one portfolio: two, so that one can follow the other. */
final class PrimeKeys {
    private static final List<PrimeCredentials> ALL =
            List.of(PrimeCredentials.SIMULATED, PrimeCredentials.NEXT);

    private final Keyring keyring;

    PrimeKeys(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * The key of that name.
     *
     * @throws RefusedException with status 401 if there is none, or it is taken no longer
     */
    PrimeCredentials find(String accessKey) {
        return ALL.stream()
                .filter(key -> key.accessKey().equals(accessKey))
                .filter(key -> keyring.takes(accessKey))
                .findFirst()
                .orElseThrow(() -> new RefusedException(401, "unknown access key"));
    }

    /** Whose portfolio it is, whichever key is used. */
    static PrimeCredentials owner() {
        return ALL.getFirst();
    }
}
