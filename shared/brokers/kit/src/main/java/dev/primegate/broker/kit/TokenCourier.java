package dev.primegate.broker.kit;

import dev.primegate.broker.Purpose;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * Makes calls with a token. A read or a cancel that is refused for its token is made once more with
 * another; what places an order never.
 */
public final class TokenCourier {
    private static final int UNAUTHORIZED = 401;

    private final Courier courier;
    private final Tokens tokens;
    private final Line line;

    public TokenCourier(Courier courier, Tokens tokens, Line line) {
        this.courier = courier;
        this.tokens = tokens;
        this.line = line;
    }

    /** A token for a call that is made once. */
    public Pass pass() {
        return tokens.get();
    }

    /**
     * Makes the call once, whatever comes back. The caller has its place in the rate budget.
     *
     * @param call takes the header's value
     */
    public Answer once(Pass.Open pass, Function<String, Response> call) {
        Answer answer = courier.once(line, () -> call.apply(pass.bearer()));
        boolean _ = isUnauthorized(answer) && tokens.refused(pass.token());
        return answer;
    }

    /**
     * Makes a call that does no harm when made twice, again while there is hope.
     *
     * @param call takes the header's value
     */
    public Answer patiently(Purpose purpose, Function<String, Response> call) {
        return switch (tokens.get()) {
            case Pass.Shut(String why) -> new Answer.Held("no token: " + why);
            case Pass.Open pass -> {
                Answer answer = patiently(purpose, pass, call);
                yield isUnauthorized(answer)
                                && tokens.refused(pass.token())
                                && tokens.get() instanceof Pass.Open other
                        ? patiently(purpose, other, call)
                        : answer;
            }
        };
    }

    private Answer patiently(Purpose purpose, Pass.Open pass, Function<String, Response> call) {
        return courier.patiently(line, purpose, () -> call.apply(pass.bearer()));
    }

    private static boolean isUnauthorized(Answer answer) {
        return answer instanceof Answer.Whole whole && whole.status() == UNAUTHORIZED;
    }
}
