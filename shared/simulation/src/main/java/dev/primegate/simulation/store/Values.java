package dev.primegate.simulation.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What DynamoDB does with attribute values. */
final class Values {
    /** DynamoDB keeps no more digits of a number. */
    private static final int DIGITS = 38;

    private Values() {}

    /** False if either is absent or they are of different types, but for {@code <>}. */
    static boolean compare(
            @Nullable AttributeValue left, String operator, @Nullable AttributeValue right) {
        if (left == null || right == null || left.type() != right.type()) {
            return operator.equals("<>");
        }
        if (left.type() != AttributeValue.Type.N && left.type() != AttributeValue.Type.S) {
            return operator.equals("=") == left.equals(right);
        }
        int order = order(left, right);
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalArgumentException("no such comparison: " + operator);
        };
    }

    static int order(AttributeValue left, AttributeValue right) {
        return left.type() == AttributeValue.Type.N
                ? new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()))
                : left.s().compareTo(right.s());
    }

    static boolean contains(@Nullable AttributeValue whole, @Nullable AttributeValue part) {
        if (whole == null || part == null) {
            return false;
        }
        return whole.type() == AttributeValue.Type.SS
                ? whole.ss().contains(part.s())
                : whole.type() == AttributeValue.Type.S && whole.s().contains(part.s());
    }

    static boolean begins(@Nullable AttributeValue whole, @Nullable AttributeValue prefix) {
        return whole != null
                && prefix != null
                && whole.type() == AttributeValue.Type.S
                && whole.s().startsWith(prefix.s());
    }

    /** {@code ADD}: a sum, or a union. */
    static AttributeValue plus(@Nullable AttributeValue before, AttributeValue more) {
        if (more.type() == AttributeValue.Type.SS) {
            TreeSet<String> union = new TreeSet<>(before == null ? List.of() : before.ss());
            union.addAll(more.ss());
            return AttributeValue.fromSs(List.copyOf(union));
        }
        BigDecimal sum = before == null ? BigDecimal.ZERO : new BigDecimal(before.n());
        return number(sum.add(new BigDecimal(more.n())));
    }

    /** {@code DELETE}: nothing if nothing is left. */
    static @Nullable AttributeValue minus(@Nullable AttributeValue before, AttributeValue less) {
        if (before == null) {
            return null;
        }
        List<String> left = new ArrayList<>(before.ss());
        left.removeAll(less.ss());
        return left.isEmpty() ? null : AttributeValue.fromSs(left);
    }

    /** An item as DynamoDB keeps it. */
    static Map<String, AttributeValue> kept(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> kept = new HashMap<>(item);
        kept.replaceAll((_, value) ->
                value.type() == AttributeValue.Type.N ? number(new BigDecimal(value.n())) : value);
        return kept;
    }

    /** Throws as DynamoDB does. */
    static DynamoDbException invalid(String why) {
        return (DynamoDbException) DynamoDbException.builder().message(why).statusCode(400).build();
    }

    private static AttributeValue number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.precision() > DIGITS) {
            throw invalid("a number has more than " + DIGITS + " digits");
        }
        return AttributeValue.fromN(plain.toPlainString());
    }
}
