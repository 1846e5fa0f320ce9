package dev.primegate.broker.kit;

import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what an OAuth2 server replies to a client that asks for a token (RFC 6749, 5.1). */
public final class SignOnReplies {
    private SignOnReplies() {}

    /** A token, or why there is none; nothing but a whole 200 with a bearer token is one. */
    public static Grant grant(Answer answer) {
        return switch (answer) {
            case Answer.Held(String why) -> new Grant.Denied(why);
            case Answer.Unsent(String why) -> new Grant.Denied(why);
            case Answer.Broken(String why) -> new Grant.Denied(why);
            case Answer.Whole whole -> grant(whole);
        };
    }

    private static Grant grant(Answer.Whole answer) {
        if (answer.status() != 200) {
            return new Grant.Denied("the sign-on answered %d".formatted(answer.status()));
        }
        try {
            Token token = BrokerJson.read(answer.body(), Token.class);
            Long seconds = token.expiresIn();
            return token.accessToken() == null
                            || seconds == null
                            || seconds <= 0
                            || !"Bearer".equalsIgnoreCase(token.tokenType())
                    ? new Grant.Denied("the sign-on answered without a bearer token")
                    : new Grant.Given(token.accessToken(), Duration.ofSeconds(seconds));
        } catch (UnreadableException e) {
            return new Grant.Denied(String.valueOf(e.getMessage()));
        }
    }

    @RegisterForReflection
    record Token(
            @Nullable String accessToken, @Nullable String tokenType, @Nullable Long expiresIn) {
        @Override
        public String toString() {
            return "Token[***]";
        }
    }
}
