package dev.primegate.dynamodb;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of the table, read and written in our own types. */
final class Item {
    private final Map<String, AttributeValue> attributes;

    Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item at(Key key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    Item put(String name, String text) {
        attributes.put(name, AttributeValue.fromS(text));
        return this;
    }

    Item put(String name, Decimal10 number) {
        attributes.put(name, AttributeValue.fromN(number.toString()));
        return this;
    }

    Item put(String name, Quantity quantity) {
        return put(name, quantity.amount());
    }

    Item put(String name, long number) {
        attributes.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    Item put(String name, boolean flag) {
        attributes.put(name, AttributeValue.fromBool(flag));
        return this;
    }

    Item put(String name, Instant time) {
        return put(name, Times.text(time));
    }

    Item put(String name, Map<String, String> map) {
        Map<String, AttributeValue> values = new HashMap<>();
        map.forEach((key, value) -> values.put(key, AttributeValue.fromS(value)));
        attributes.put(name, AttributeValue.fromM(values));
        return this;
    }

    Item put(String name, Set<String> set) {
        attributes.put(name, AttributeValue.fromSs(List.copyOf(set)));
        return this;
    }

    /** Absent values are absent attributes. */
    Item putText(String name, Optional<?> value) {
        value.ifPresent(v -> put(name, v.toString()));
        return this;
    }

    Item putTime(String name, Optional<Instant> value) {
        value.ifPresent(v -> put(name, v));
        return this;
    }

    /** When DynamoDB may drop the item. */
    Item expiring(Instant at) {
        return put("expiresAt", at.getEpochSecond());
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    Decimal10 decimal(String name) {
        return optionalDecimal(name).orElseThrow(() -> missing(name));
    }

    /** DynamoDB may answer with an exponent. */
    Optional<Decimal10> optionalDecimal(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::n)
                .map(BigDecimal::new)
                .map(Decimal10::exactly);
    }

    Quantity quantity(String name) {
        return new Quantity(decimal(name));
    }

    long number(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw missing(name);
        }
        return Long.parseLong(value.n());
    }

    boolean flag(String name) {
        AttributeValue value = attributes.get(name);
        return value != null && value.bool();
    }

    Instant time(String name) {
        return Instant.parse(text(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optionalText(name).map(Instant::parse);
    }

    SortedMap<String, String> map(String name) {
        SortedMap<String, String> map = new TreeMap<>();
        AttributeValue value = attributes.get(name);
        if (value != null) {
            value.m().forEach((key, v) -> map.put(key, v.s()));
        }
        return map;
    }

    Set<String> set(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? Set.of() : Set.copyOf(value.ss());
    }

    private IllegalStateException missing(String name) {
        return new IllegalStateException(
                "item %s/%s has no %s".formatted(attributes.get("pk"), attributes.get("sk"), name));
    }
}
