package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.embedded.EmbeddedAws;
import dev.primegate.simulator.Simulator;
import dev.primegate.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The way that the product is measured against does what the product must do. */
class ByHandTest {
    @Test
    void anOrderByHandIsTwoTransactionsOfTheSameShapeAndOneOrderAtTheBroker()
            throws IOException, InterruptedException {
        try (EmbeddedAws aws = EmbeddedAws.start(Optional.empty(), Map.of());
                Simulator broker = Simulator.start(SimulatorOptions.usual().onAnyPort());
                HttpClient http = Product.http();
                Wire wire = new Wire(aws.dynamo().uri())) {
            DynamoDbClient table = wire.client();
            patterns(table);
            Items items = new Items(table);
            items.learn("{\"orderId\": \"PATTERN\"}");
            ByHand byHand = new ByHand(items, http, broker.url());
            int before = count(table);

            String brokerOrderId = byHand.order(1);
            assertThat(count(table) - before)
                    .as("order, two entries, duplicate, alias")
                    .isEqualTo(5);
            assertThat(number(table, "R#by/hand#0", "hO")).isEqualTo("99");
            assertThat(number(table, "R#by/hand:BTC-USD", "hL")).isEqualTo("9.9999");
            assertThat(item(table, "P#by-hand#" + brokerOrderId)).isNotEmpty();

            Wire.Traffic traffic = wire.ofOne(byHand);
            assertThat(traffic.requests()).isEqualTo(2);
            assertThat(traffic.bytes()).isPositive();
            assertThat(traffic.units()).isPositive();
        }
    }

    /** An order of the product, as far as it is looked at. */
    private static void patterns(DynamoDbClient table) {
        put(table, "O#PATTERN", "S", Map.of("brokerOrderId", AttributeValue.fromS("b1")));
        put(table, "O#PATTERN", "H#0000000001", Map.of());
        put(table, "O#PATTERN", "H#0000000002", Map.of());
        put(table, "P#coinbase-prime#b1", "S", Map.of());
        put(table, "R#demo/demo#0", "S", numbers("hN", "limN", "1000", "hO", "limO", "100"));
        put(table, "R#demo/demo:BTC-USD", "S", numbers("hL", "limL", "10", "hS", "limS", "0"));
    }

    private static Map<String, AttributeValue> numbers(
            String one,
            String limit,
            String value,
            String other,
            String otherLimit,
            String value2) {
        return Map.of(
                one, AttributeValue.fromN(value),
                limit, AttributeValue.fromN(value),
                other, AttributeValue.fromN(value2),
                otherLimit, AttributeValue.fromN(value2));
    }

    private static void put(
            DynamoDbClient table, String pk, String sk, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("pk", AttributeValue.fromS(pk));
        item.put("sk", AttributeValue.fromS(sk));
        table.putItem(put -> put.tableName("primegate").item(item));
    }

    private static int count(DynamoDbClient table) {
        return table.scan(scan -> scan.tableName("primegate").consistentRead(true)).count();
    }

    private static String number(DynamoDbClient table, String pk, String name) {
        return Optional.ofNullable(item(table, pk).get(name)).orElseThrow().n();
    }

    private static Map<String, AttributeValue> item(DynamoDbClient table, String pk) {
        Map<String, AttributeValue> key =
                Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS("S"));
        return table.getItem(get -> get.tableName("primegate").key(key).consistentRead(true))
                .item();
    }
}
