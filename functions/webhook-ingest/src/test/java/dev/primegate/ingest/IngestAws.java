package dev.primegate.ingest;

import dev.primegate.embedded.AwsForTests;
import java.util.Map;

/** Embedded AWS with the secret of a sender whose key is being rotated. */
public class IngestAws extends AwsForTests {
    static final String PRESENT = "whsec_dGhlLXByZXNlbnQtc2lnbmluZy1rZXkh";
    static final String NEXT = "whsec_dGhlLW5leHQtc2lnbmluZy1rZXkhISEh";

    @Override
    public void init(Map<String, String> args) {
        super.init(
                Map.of(
                        "primegate/webhooks/coinbase-prime",
                        "{\"signingKey\":\"%s\",\"nextSigningKey\":\"%s\"}"
                                .formatted(PRESENT, NEXT)));
    }
}
