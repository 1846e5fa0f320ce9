package dev.primegate.submit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of an account, for the API's description only; {@link AccountDocument} reads it. */
@Schema(name = "NewAccount", additionalProperties = Schema.False.class)
record AccountRequest(
        @Schema(required = true, description = "The version that stands, 0 if there is none")
                int version,
        @Schema(required = true, minItems = 1, maxItems = 20) List<AtBroker> brokers) {

    /** The account at one broker behind it. */
    @Schema(name = "AccountAtBroker", additionalProperties = Schema.False.class)
    record AtBroker(
            @Schema(required = true) String broker,
            @Schema(required = true, description = "The broker's own name of it") String number,
            @Schema(
                            required = true,
                            description = "The name under which its key is kept; never the key")
                    String secret,
            @Schema(
                            description =
                                    "Whether trades there that no order of ours explains stand in"
                                            + " this account")
                    boolean takesOrphans) {}
}
