package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what exactly is signed for a broker. It reads no key, so it can show none. */
@Command(
        name = "explain",
        description =
                "The exact characters that are signed for a request, and how. No key is read.")
final class AuthExplain implements Verb {
    private final Desk desk;

    @Parameters(paramLabel = "BROKER", description = "Its folder, such as coinbase-prime.")
    String broker = "";

    @Option(names = "--method", defaultValue = "GET", description = "${DEFAULT-VALUE}")
    String method = "";

    @Option(names = "--path", required = true, description = "With its query, percent-encoded.")
    String path = "";

    @Option(names = "--body", defaultValue = "", description = "The bytes that are sent, if any.")
    String body = "";

    @Option(
            names = "--at",
            description = "When, such as 2026-11-22T10:00:00Z; now, if it is not said.")
    @Nullable Instant at;

    AuthExplain(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        Signing signing = Signing.of(broker);
        Instant when = Optional.ofNullable(at).orElseGet(desk::now);
        Optional<String> text = signing.text(when, method, path, body);
        if (desk.wantsJson()) {
            ObjectNode said = Json.object().put("broker", broker);
            text.ifPresent(signed -> said.put("signed", signed));
            desk.print(
                    Json.pretty(
                            said.put("timestamp", signing.timestamp(when))
                                    .put("signature", signing.how())
                                    .put("headers", signing.headers())
                                    .put("note", signing.note())));
        } else {
            text.ifPresent(desk::print);
            desk.say("signature  " + signing.how());
            desk.say("headers    " + signing.headers());
            desk.say("note       " + signing.note());
        }
        return Exit.OK;
    }
}
