package dev.primegate.submit;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks again at a token that API Gateway has verified. The signature is the gateway's to check; a
 * door that was set up for other tokens is found here.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">what
 *     the gateway checks</a>
 */
@Singleton
class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);

    /** By which the gateway's clock and the issuer's may differ from ours. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final String SUBJECT = "[!-~]{1,200}";

    private final TokensConfig config;
    private final Clock clock;

    Tokens(TokensConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The subject of a token with these claims; empty if the token is none of ours. */
    Optional<String> subject(Map<String, String> claims) {
        Optional<String> fault = fault(claims);
        fault.ifPresent(claim -> LOG.warnf("event=token-refused claim=%s", claim));
        return fault.isPresent() ? Optional.empty() : Optional.ofNullable(claims.get("sub"));
    }

    /** The first claim that is not as it must be. */
    private Optional<String> fault(Map<String, String> claims) {
        Instant now = clock.instant();
        if (claim(claims, "iss").flatMap(iss -> config.issuer().filter(iss::equals)).isEmpty()) {
            return Optional.of("iss");
        }
        Predicate<String> meant = one -> config.audience().filter(one::equals).isPresent();
        // A token without aud, such as Cognito's for a client, names its client.
        Stream<String> audience =
                claims.containsKey("aud")
                        ? list(claims, "aud")
                        : claim(claims, "client_id").stream();
        if (audience.noneMatch(meant)) {
            return Optional.of("aud");
        }
        if (Stream.concat(list(claims, "scope"), list(claims, "scp"))
                .noneMatch(config.scope()::equals)) {
            return Optional.of("scope");
        }
        if (time(claims, "exp").filter(now.minus(SKEW)::isBefore).isEmpty()) {
            return Optional.of("exp");
        }
        if (claims.containsKey("nbf")
                && time(claims, "nbf").filter(at -> !at.isAfter(now.plus(SKEW))).isEmpty()) {
            return Optional.of("nbf");
        }
        return claim(claims, "sub").filter(sub -> sub.matches(SUBJECT)).isPresent()
                ? Optional.empty()
                : Optional.of("sub");
    }

    /** The gateway makes {@code [a b]} of a list. */
    private static Stream<String> list(Map<String, String> claims, String name) {
        return claim(claims, name)
                .map(text ->
                        text.startsWith("[") && text.endsWith("]")
                                ? text.substring(1, text.length() - 1)
                                : text)
                .map(text -> List.of(text.split("[ ,]+")))
                .stream()
                .flatMap(List::stream);
    }

    /** Whole seconds; the gateway may write them as {@code 1.7e+09}. */
    private static Optional<Instant> time(Map<String, String> claims, String name) {
        try {
            return claim(claims, name)
                    .filter(text -> text.length() <= 20)
                    .map(text -> Instant.ofEpochSecond(new BigDecimal(text).longValueExact()));
        } catch (ArithmeticException | IllegalArgumentException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> claim(Map<String, String> claims, String name) {
        return Optional.ofNullable(claims.get(name));
    }
}
