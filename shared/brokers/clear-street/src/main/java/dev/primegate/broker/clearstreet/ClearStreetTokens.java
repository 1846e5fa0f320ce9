package dev.primegate.broker.clearstreet;

import dev.primegate.broker.SharedTokens;
import dev.primegate.broker.SharedTokens.Sealed;
import dev.primegate.broker.SharedTokens.Shelf;
import dev.primegate.broker.clearstreet.ClearStreetSignOn.Grant;
import dev.primegate.runtime.Pause;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The token that opens Clear Street. Instances share one: whoever finds four fifths of its life
 * over fetches the next under a lease, and the others go on with the old one until it ends.
 */
@Singleton
class ClearStreetTokens {
    private static final Logger LOG = Logger.getLogger(ClearStreetTokens.class);

    /** A sign-on takes a second or two; one that is not heard of by then has died. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** After one that failed nobody asks for this long. */
    private static final Duration COOLING = Duration.ofSeconds(2);

    /** How long somebody without any token waits for another's sign-on. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(100);

    /** A token is not used for its last moments: the call would arrive after them. */
    private static final Duration LAST = Duration.ofSeconds(30);

    /** A token that is refused though it is this new is not to blame; another would not help. */
    private static final Duration NEW = Duration.ofMinutes(1);

    private final ReentrantLock fetching = new ReentrantLock();
    private final ClearStreetSignOn signOn;
    private final SharedTokens shared;
    private final Clock clock;
    private final Pause pause;
    private volatile Optional<Held> held = Optional.empty();
    private volatile String refused = "";

    ClearStreetTokens(ClearStreetSignOn signOn, SharedTokens shared, Clock clock, Pause pause) {
        this.signOn = signOn;
        this.shared = shared;
        this.clock = clock;
        this.pause = pause;
    }

    /** A token that holds now, or the reason why there is none. */
    Pass get() {
        Instant now = clock.instant();
        Optional<Held> mine = usable(held, now);
        if (mine.filter(token -> token.isFresh(now)).isPresent()) {
            return new Pass.Open(mine.get().text);
        }
        if (!fetching.tryLock()) {
            if (mine.isPresent()) {
                return new Pass.Open(mine.get().text);
            }
            fetching.lock();
        }
        try {
            return renewed(signOn.key());
        } catch (RuntimeException e) {
            // The shelf or the secret cannot be read. An old token still opens the door; without
            // one nothing leaves, and the caller must be able to say so.
            LOG.errorf(e, "broker=%s event=no-new-token", ClearStreetMapping.BROKER);
            return held("the shared token cannot be read");
        } finally {
            fetching.unlock();
        }
    }

    /**
     * Notes that {@code token} was refused.
     *
     * @return whether another may help: never twice in a row
     */
    boolean refused(String token) {
        Instant now = clock.instant();
        boolean old =
                held.filter(mine -> mine.text.equals(token) && mine.isYounger(NEW, now)).isEmpty();
        if (old) {
            refused = token;
        }
        return old;
    }

    private Pass renewed(ClearStreetKey key) {
        String name = signOn.name(key);
        TokenSeal seal = new TokenSeal(key.clientSecret(), name);
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            Instant now = clock.instant();
            Shelf shelf = shared.read(name);
            take(shelf, seal, now);
            if (usable(held, now).filter(token -> token.isFresh(now)).isPresent()) {
                return held("");
            }
            Optional<Shelf> mine = shared.claim(name, shelf, now.plus(LEASE));
            if (mine.isPresent()) {
                return fetch(key, name, seal, mine.get());
            }
            if (usable(held, now).isPresent() || !now.isBefore(end)) {
                return held("somebody else has been fetching one");
            }
            pause.pause(LOOK);
        }
    }

    /** Takes over what another instance has put there since. */
    private void take(Shelf shelf, TokenSeal seal, Instant now) {
        Optional<Held> theirs =
                shelf.token()
                        .flatMap(token ->
                                seal.open(token.text())
                                        .map(text -> new Held(text, token, Instant.MIN)));
        if (usable(theirs, now).isPresent()
                && held.filter(mine -> mine.text.equals(theirs.get().text)).isEmpty()) {
            held = theirs;
        }
    }

    private Pass fetch(ClearStreetKey key, String name, TokenSeal seal, Shelf mine) {
        Instant asked = clock.instant();
        return switch (signOn.ask(key)) {
            case Grant.Denied(String why) -> {
                LOG.errorf("broker=%s event=sign-on-failed why=%s", ClearStreetMapping.BROKER, why);
                shared.release(name, mine, clock.instant().plus(COOLING));
                yield held(why);
            }
            case Grant.Given(String token, Duration life) -> {
                Sealed sealed =
                        new Sealed(
                                seal.seal(token),
                                asked.plus(life.multipliedBy(4).dividedBy(5)),
                                asked.plus(life));
                held = Optional.of(new Held(token, sealed, asked));
                if (!shared.put(name, mine, sealed)) {
                    LOG.warnf("broker=%s event=token-not-shared", ClearStreetMapping.BROKER);
                }
                yield held("");
            }
        };
    }

    private Pass held(String why) {
        return usable(held, clock.instant())
                .<Pass>map(token -> new Pass.Open(token.text))
                .orElseGet(() -> new Pass.Shut(why));
    }

    private Optional<Held> usable(Optional<Held> token, Instant now) {
        return token.filter(t -> now.isBefore(t.sealed.expiresAt().minus(LAST)))
                .filter(t -> !t.text.equals(refused));
    }

    /** A token, or why there is none. */
    sealed interface Pass {
        record Open(String token) implements Pass {
            String bearer() {
                return "Bearer " + token;
            }

            @Override
            public String toString() {
                return "Open[***]";
            }
        }

        record Shut(String why) implements Pass {}
    }

    /** The token of this instance; {@code since} when, if it fetched it itself. */
    private record Held(String text, Sealed sealed, Instant since) {
        boolean isFresh(Instant now) {
            return now.isBefore(sealed.refreshFrom());
        }

        boolean isYounger(Duration age, Instant now) {
            return !since.equals(Instant.MIN) && now.isBefore(since.plus(age));
        }
    }
}
