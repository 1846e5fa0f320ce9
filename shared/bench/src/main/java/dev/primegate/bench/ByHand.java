package dev.primegate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An order as short as Java can make it: the same two transactions and the same signed call to the
 * broker, with the JDK's HTTP client and Amazon's, and no thought at all.
 */
final class ByHand implements Contest.Way {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/portfolios/11111111-2222-3333-4444-555555555555/order";
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecretKeySpec KEY =
            new SecretKeySpec(
                    "c2ltLXNpZ25pbmcta2V5LTMyLWJ5dGVzLWxvbmchISE=".getBytes(StandardCharsets.UTF_8),
                    ALGORITHM);

    private final Items items;
    private final HttpClient http;
    private final URI broker;

    ByHand(Items items, HttpClient http, URI broker) {
        this.items = items;
        this.http = http;
        this.broker = broker;
    }

    @Override
    public String order(int number) throws IOException, InterruptedException {
        String id = "BYHAND%018d".formatted(number);
        String body =
                """
                {"product_id":"BTC-USD","side":"BUY","client_order_id":"%s","type":"LIMIT",\
                "base_quantity":"0.0001","limit_price":"%s",\
                "time_in_force":"GOOD_UNTIL_CANCELLED"}\
                """
                        .formatted(id, Product.price(number).toPlainString());
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        String signature = sign(timestamp + "POST" + PATH + body);
        items.admit(id);
        HttpResponse<String> answer =
                http.send(
                        Product.post(broker.resolve(PATH), body)
                                .header("X-CB-ACCESS-KEY", "sim-access-key")
                                .header("X-CB-ACCESS-PASSPHRASE", "sim-passphrase")
                                .header("X-CB-ACCESS-TIMESTAMP", timestamp)
                                .header("X-CB-ACCESS-SIGNATURE", signature)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String brokerOrderId = JSON.readTree(answer.body()).path("order_id").asText();
        if (answer.statusCode() != 200 || brokerOrderId.isEmpty()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        items.record(id, brokerOrderId);
        return brokerOrderId;
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
