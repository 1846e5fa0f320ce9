package dev.primegate.broker.kit;

import java.util.function.Supplier;

/**
 * A client that a broker gives tokens to, with the credentials it has now.
 *
 * @param name what instances with the same credentials call their token
 * @param secret what the token is sealed with while instances share it
 * @param signOn asks for another token, once
 */
public record TokenClient(String name, String secret, Supplier<Grant> signOn) {
    @Override
    public String toString() {
        return "TokenClient[%s, ***]".formatted(name);
    }
}
