package dev.primegate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Halts accounts that nobody trades for, over the API, and resumes them: a CRITICAL alert each. */
final class Halts {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Product product;

    Halts(Product product) {
        this.product = product;
    }

    static String scope(String name) {
        return "account:demo/" + name;
    }

    /**
     * @param state REDUCING or HALTED
     */
    void halt(String scope, String state) throws IOException, InterruptedException {
        String body =
                """
                {"state":"%s","reason":"measuring","cancelOpenOrders":false}\
                """
                        .formatted(state);
        var _ =
                product.answer(
                        to(scope, "")
                                .header("Content-Type", "application/json")
                                .header("X-Demo-Person", "jane")
                                .PUT(HttpRequest.BodyPublishers.ofString(body)),
                        200);
    }

    /** Two people are needed for it. */
    void resume(String scope) throws IOException, InterruptedException {
        resume(scope, "jane", 202);
        resume(scope, "john", 200);
    }

    private void resume(String scope, String person, int expected)
            throws IOException, InterruptedException {
        var _ =
                product.answer(
                        to(scope, "?reason=measured").header("X-Demo-Person", person).DELETE(),
                        expected);
    }

    private HttpRequest.Builder to(String scope, String query) {
        URI halt = product.api().resolve("/v1/halts/" + scope + query);
        return HttpRequest.newBuilder(halt).timeout(PATIENCE);
    }
}
