package dev.primegate.broker.kit;

import dev.primegate.broker.SharedTokens;
import dev.primegate.broker.SharedTokens.Sealed;
import dev.primegate.broker.SharedTokens.Shelf;
import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Pause;
import dev.primegate.runtime.Redaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The token that opens a broker's door. Instances share one: whoever finds four fifths of its life
 * over fetches the next under a lease, and the others go on with the old one until it ends.
 */
public final class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);

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
    private final BrokerId broker;
    private final Supplier<TokenClient> clients;
    private final SharedTokens shared;
    private final Clock clock;
    private final Pause pause;
    private volatile Optional<Held> held = Optional.empty();
    private volatile String refused = "";

    /**
     * Shares through {@code shared}.
     *
     * @param clients who asks, read anew for each token: credentials may be replaced at any time
     */
    public Tokens(
            BrokerId broker,
            Supplier<TokenClient> clients,
            SharedTokens shared,
            Clock clock,
            Pause pause) {
        this.broker = broker;
        this.clients = clients;
        this.shared = shared;
        this.clock = clock;
        this.pause = pause;
    }

    /** A token that holds now, or the reason why there is none. */
    public Pass get() {
        Instant now = clock.instant();
        Optional<Held> mine = usable(held, now);
        if (mine.filter(token -> token.isFresh(now)).isPresent()) {
            return new Pass.Open(mine.get().text);
        }
        if (!fetching.tryLock()) {
            if (mine.isPresent()) {
                return new Pass.Open(mine.get().text);
            }
            if (!isMyTurn()) {
                return held("somebody else asks for a token, and gets none");
            }
        }
        try {
            return renewed(clients.get());
        } catch (RuntimeException e) {
            // The shelf or the secret cannot be read. An old token still opens the door; without
            // one nothing leaves, and the caller must be able to say so.
            LOG.errorf(e, "broker=%s event=no-new-token", broker);
            return held("the shared token cannot be read");
        } finally {
            fetching.unlock();
        }
    }

    /** Waits for whoever asks now, and not for ever: a broker may answer byte by byte. */
    private boolean isMyTurn() {
        try {
            return fetching.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Notes that {@code token} was refused.
     *
     * @return whether another may help: never twice in a row
     */
    public boolean refused(String token) {
        Instant now = clock.instant();
        boolean old =
                held.filter(mine -> mine.text.equals(token) && mine.isYounger(NEW, now)).isEmpty();
        if (old) {
            refused = token;
        }
        return old;
    }

    private Pass renewed(TokenClient client) {
        String name = client.name();
        TokenSeal seal = new TokenSeal(client.secret(), name);
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
                return fetch(client, seal, mine.get());
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

    private Pass fetch(TokenClient client, TokenSeal seal, Shelf mine) {
        String name = client.name();
        Instant asked = clock.instant();
        return switch (client.signOn().get()) {
            case Grant.Denied(String why) -> {
                LOG.errorf("broker=%s event=sign-on-failed why=%s", broker, why);
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
                    LOG.warnf("broker=%s event=token-not-shared", broker);
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

    /** The token of this instance; {@code since} when, if it fetched it itself. */
    private record Held(String text, Sealed sealed, Instant since) {
        Held {
            Redaction.conceal(text);
        }

        boolean isFresh(Instant now) {
            return now.isBefore(sealed.refreshFrom());
        }

        boolean isYounger(Duration age, Instant now) {
            return !since.equals(Instant.MIN) && now.isBefore(since.plus(age));
        }
    }
}
