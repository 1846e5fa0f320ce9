package dev.primegate.ingest.signature;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a sender signs its webhooks; spelled {@code standard-webhooks} and so on in settings. */
public enum Scheme {
    STANDARD_WEBHOOKS(Layouts::standard, Algorithm.HMAC_BASE64_KEY),
    COINBASE_CDP(Layouts::coinbaseCdp, Algorithm.HMAC),
    KRAKEN(Layouts::kraken, Algorithm.HMAC_BASE64_KEY),
    REVOLUT(Layouts::revolut, Algorithm.HMAC),
    RIPPLE_COLLECTIONS(Layouts.body("x-signature"), Algorithm.HMAC_BASE64_KEY),
    BVNK(Layouts.body("x-signature"), Algorithm.HMAC),
    BVNK_ECDSA(Layouts.body("x-signature"), Algorithm.ECDSA_SHA256),
    BINANCE_CONNECT(Layouts::binanceConnect, Algorithm.RSA_SHA256),
    /** Signed with a key that Fireblocks gave once. */
    FIREBLOCKS_LEGACY(Layouts.body("fireblocks-signature"), Algorithm.RSA_SHA512),
    /** Signed with a key that Fireblocks publishes, and changes when it likes. */
    FIREBLOCKS(DetachedJws::read, null),
    /** Not signed at all: good as a hint, and for nothing else. */
    UNSIGNED(_ -> Optional.empty(), null);

    @SuppressWarnings("ImmutableEnumChecker") // a layout keeps nothing
    private final Layout layout;

    private final @Nullable Algorithm algorithm;

    Scheme(Layout layout, @Nullable Algorithm algorithm) {
        this.layout = layout;
        this.algorithm = algorithm;
    }

    /** Whether it is checked by keys that we hold, instead of published ones or none. */
    public boolean isByHeldKeys() {
        return algorithm != null;
    }

    Optional<Signed> read(Delivery delivery) {
        return layout.read(delivery);
    }

    /** Empty if its keys are not held but published, or if there are none. */
    Optional<Algorithm> algorithm() {
        return Optional.ofNullable(algorithm);
    }
}
