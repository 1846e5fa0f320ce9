package dev.primegate.risk;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.order.Account;
import dev.primegate.order.Order;
import dev.primegate.order.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a halt covers: {@code all}, {@code broker:coinbase-prime}, {@code account:fund/main} or
 * {@code symbol:BTC-USD}.
 */
public record HaltScope(String text) implements Comparable<HaltScope> {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "all|broker:[a-z][a-z0-9-]{1,30}|account:[a-z0-9-]{1,40}/[A-Za-z0-9_.-]{1,40}"
                            + "|symbol:[A-Z0-9.-]{1,41}");

    private static final String ACCOUNT = "account:";

    /** Everything. After the shape, which its constructor reads. */
    public static final HaltScope ALL = new HaltScope("all");

    public HaltScope {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a halt scope: " + text);
        }
    }

    public static HaltScope of(BrokerId broker) {
        return new HaltScope("broker:" + broker);
    }

    public static HaltScope of(Tenant tenant, Account account) {
        return new HaltScope(ACCOUNT + tenant + "/" + account);
    }

    public static HaltScope of(Symbol symbol) {
        return new HaltScope("symbol:" + symbol);
    }

    /** Every scope whose halt stops {@code order}. */
    public static List<HaltScope> covering(Order order) {
        return List.of(
                ALL,
                of(order.route().broker()),
                of(order.request().tenant(), order.request().account()),
                of(order.request().symbol()));
    }

    /** Whose account it is; empty if it may concern all tenants. */
    public Optional<Tenant> tenant() {
        return text.startsWith(ACCOUNT)
                ? Optional.of(new Tenant(text.substring(ACCOUNT.length(), text.indexOf('/'))))
                : Optional.empty();
    }

    @Override
    public int compareTo(HaltScope other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
