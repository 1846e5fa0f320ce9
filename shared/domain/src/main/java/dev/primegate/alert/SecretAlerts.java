package dev.primegate.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** What a person must hear of a secret's age. Of the secret itself only its name is told. */
public final class SecretAlerts {
    private SecretAlerts() {}

    /** It has been the same since {@code since}, which is too long; once a day. */
    public static Alert old(String name, Instant since, Instant at) {
        return Alert.trigger(
                Rule.SECRET_OLD.id(),
                name,
                name + "/" + LocalDate.ofInstant(at, ZoneOffset.UTC),
                Rule.SECRET_OLD.severity(),
                "secret %s has been the same for %d days"
                        .formatted(name, Duration.between(since, at).toDays()),
                at,
                Map.of("secret", name, "since", since.toString()));
    }

    /** It was changed at {@code since}. */
    public static Alert changed(String name, Instant since) {
        return Alert.resolve(
                Rule.SECRET_OLD.id(),
                name,
                name + "/" + since,
                "secret %s was changed".formatted(name),
                since);
    }
}
