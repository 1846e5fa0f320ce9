package dev.primegate.submit;

import dev.primegate.alerting.HaltLink;
import dev.primegate.alerting.HaltLinkCheck;
import dev.primegate.alerting.HaltLinkConfig;
import dev.primegate.alerting.HaltLinkKey;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a link of ours that is still good from every other. */
@Singleton
class CheckHaltLink {
    private final Secrets secrets;
    private final HaltLinkConfig config;
    private final Clock clock;

    CheckHaltLink(Secrets secrets, HaltLinkConfig config, Clock clock) {
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Throws {@link ProblemException} unless it is good, without a word of what is wrong with it.
     */
    HaltLink check(
            @Nullable String scope,
            @Nullable String incident,
            @Nullable String until,
            @Nullable String signature) {
        if (scope == null || incident == null || until == null || signature == null) {
            throw invalid();
        }
        String secret = config.secret().orElseThrow(CheckHaltLink::invalid);
        HaltLinkCheck first =
                key(secrets.get(secret)).check(scope, incident, until, signature, clock.instant());
        return switch (first) {
            case HaltLinkCheck.Good(HaltLink link) -> link;
            case HaltLinkCheck.Expired _ -> throw expired();
            // It may stand in a page from before the key was changed.
            case HaltLinkCheck.Forged _ ->
                    byFormerKey(secrets.previous(secret), scope, incident, until, signature);
        };
    }

    private HaltLink byFormerKey(
            Optional<Secret> former,
            String scope,
            String incident,
            String until,
            String signature) {
        HaltLinkKey key = key(former.orElseThrow(CheckHaltLink::invalid));
        return switch (key.check(scope, incident, until, signature, clock.instant())) {
            case HaltLinkCheck.Good(HaltLink link) -> link;
            case HaltLinkCheck.Expired _ -> throw expired();
            case HaltLinkCheck.Forged _ -> throw invalid();
        };
    }

    private static HaltLinkKey key(Secret secret) {
        return new HaltLinkKey(secret.get("key"));
    }

    private static ProblemException invalid() {
        return new ProblemException(
                Problem.of(
                        403,
                        "halt-link-invalid",
                        "The link is not ours",
                        "expected a link of a page, whole and unchanged"));
    }

    private static ProblemException expired() {
        return new ProblemException(
                Problem.of(
                        410,
                        "halt-link-expired",
                        "The link is no longer good",
                        "expected the link of a newer page; PUT /v1/halts works at any time"));
    }
}
