package dev.primegate.simulation;

import dev.primegate.audit.Chain;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.Purpose;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.simulator.engine.Progress;
import dev.primegate.simulator.engine.Status;
import dev.primegate.submit.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Watches every write and every change at the broker, and judges the end. */
final class Audit {
    private final Map<String, NewOrder> asked = new TreeMap<>();
    private final Map<String, dev.primegate.simulator.engine.Order> atBroker = new HashMap<>();

    /** Seven tenths of what a broker takes in a second. */
    private static final int SHARE = Scenario.PER_SECOND * 7 / 10;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, BrokerId> homes = new HashMap<>();
    private final TreeSet<String> promised = new TreeSet<>();

    private final RiskAudit risks = new RiskAudit();
    private final List<String> findings = new ArrayList<>();
    private final Settings.Caps caps;
    private long sentTwice;
    private long lost;
    private long breaches;
    private long wrong;
    private long stuck;

    Audit(Settings.Caps caps) {
        this.caps = caps;
    }

    void asked(NewOrder order) {
        asked.put(order.id().text(), order);
    }

    /** The OMS was told that this order is written down. */
    void promised(OrderId id) {
        promised.add(id.text());
    }

    RiskAudit risks() {
        return risks;
    }

    /** A promise about risk that did not hold. */
    void broken(String what) {
        breach(what);
    }

    /** An item was written. */
    void written(Map<String, AttributeValue> item) {
        String type = text(item, "type");
        if (type.equals("RISK")) {
            for (String headroom : List.of("hN", "hO", "hL", "hS")) {
                AttributeValue left = item.get(headroom);
                if (left != null && left.n().startsWith("-")) {
                    breach("%s of %s is %s".formatted(headroom, text(item, "pk"), left.n()));
                }
            }
        } else if (text(item, "pk").startsWith("RL#")) {
            taken(item);
        } else if (type.equals("ORDER")) {
            Order order = StoreParts.order(item);
            if (RiskAudit.isStop(order)) {
                // Nobody asked for it but us.
                asked.putIfAbsent(order.id().text(), order.request());
            }
            risks.written(order).forEach(this::breach);
        }
    }

    /** A call was given its place in a second of a broker's rate. */
    private void taken(Map<String, AttributeValue> item) {
        AttributeValue orders = item.get(Purpose.ORDER.name());
        if (orders != null) {
            int count = Integer.parseInt(orders.n());
            places.put(text(item, "pk"), count);
            if (count > SHARE) {
                breach("%d orders in %s, of %d".formatted(count, text(item, "pk"), SHARE));
            }
        }
    }

    /**
     * Judges the pace of calls to a broker: every order had its place, and where nothing delays
     * requests the broker never has to complain.
     */
    void paced(BrokerId broker, SimulatedPrime at, boolean clean) {
        int sent = at.posts().values().stream().mapToInt(Integer::intValue).sum();
        int had =
                places.entrySet().stream()
                        .filter(place -> place.getKey().startsWith("RL#" + broker + "#"))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        if (sent > had) {
            breach("%d orders reached %s and %d had their place".formatted(sent, broker, had));
        }
        if (clean && at.throttled() > 0) {
            breach("%s answered 429 to %d calls".formatted(broker, at.throttled()));
        }
    }

    /** An order changed at the broker: its true exposure must be within the limits. */
    void changed(BrokerId broker, dev.primegate.simulator.engine.Order order) {
        atBroker.put(order.origin().clientId(), order);
        BrokerId home = homes.merge(order.origin().clientId(), broker, (first, _) -> first);
        if (!home.equals(broker)) {
            wrong("order %s lives at two brokers".formatted(order.origin().clientId()));
        }
        NewOrder ours = asked.get(order.origin().clientId());
        if (ours == null) {
            return;
        }
        Decimal10 limit = Decimal10.of(caps.units());
        Decimal10 longest = Decimal10.ZERO;
        Decimal10 shortest = Decimal10.ZERO;
        for (var one : atBroker.values()) {
            NewOrder of = asked.get(one.origin().clientId());
            if (of != null
                    && of.account().equals(ours.account())
                    && of.symbol().equals(ours.symbol())) {
                Decimal10 done = one.progress().quantity();
                Decimal10 open = one.leaves(Decimal10.ONE);
                boolean buy = of.side() == dev.primegate.order.Side.BUY;
                longest = longest.plus(buy ? done.plus(open) : done.negated());
                shortest = shortest.plus(buy ? done.negated() : done.plus(open));
            }
        }
        if (longest.compareTo(limit) > 0 || shortest.compareTo(limit) > 0) {
            breach("exposure at the broker is %s/%s of %s".formatted(longest, shortest, limit));
        }
    }

    /** What an account holds at the broker of one instrument, or has made, by its name. */
    Map<String, Decimal10> byAccount(Function<NewOrder, Function<Progress, Decimal10>> figure) {
        Map<String, Decimal10> sums = new TreeMap<>();
        atBroker.forEach((id, order) -> {
            NewOrder of = asked.get(id);
            if (of != null) {
                sums.merge(
                        of.account().name(),
                        figure.apply(of).apply(order.progress()),
                        Decimal10::plus);
            }
        });
        return sums;
    }

    /** Judges the end. */
    Result judge(
            OrderQuery query,
            Map<String, Integer> posts,
            List<Map<String, AttributeValue>> items,
            List<Throwable> failures) {
        countSends(posts);
        for (NewOrder order : asked.values()) {
            judge(order, query, posts.getOrDefault(order.id().text(), 0));
        }
        new Books(caps, asked, atBroker).judge(items).forEach(this::wrong);
        failures.forEach(failure -> wrong("a task failed: " + failure));
        return new Result(
                asked.size(), sentTwice, lost, breaches, wrong, stuck, List.copyOf(findings));
    }

    /** Judges the end of a desk with a habit, by what its own table says. */
    Result judge(Map<OrderId, HabitualDesk.Note> notes, Map<String, Integer> posts) {
        countSends(posts);
        for (NewOrder order : asked.values()) {
            HabitualDesk.Note note = notes.get(order.id());
            var theirs = atBroker.get(order.id().text());
            if (note == null) {
                lost += theirs == null && !promised.contains(order.id().text()) ? 0 : 1;
            } else if (theirs == null) {
                stuck += note.status().isOpen() ? 1 : 0;
            } else if (note.status() != expected(theirs.status())
                    || note.filled().compareTo(theirs.progress().quantity()) != 0) {
                wrong++;
            }
        }
        return new Result(
                asked.size(), sentTwice, lost, breaches, wrong, stuck, List.copyOf(findings));
    }

    private void judge(NewOrder asked, OrderQuery query, int posts) {
        String id = asked.id().text();
        Optional<Order> ours = query.find(asked.id());
        var theirs = atBroker.get(id);
        if (ours.isEmpty()) {
            if (promised.contains(id) || theirs != null || posts > 0) {
                lost++;
                findings.add("order %s is not in the book".formatted(id));
            }
            return;
        }
        Order order = ours.get();
        if (order.status().isOpen()) {
            stuck++;
            findings.add(
                    "order %s is stuck at %s, at the broker %s"
                            .formatted(id, order.status(), theirs == null ? "" : theirs.status()));
            return;
        }
        if (!isRight(order, theirs)) {
            wrong(
                    "order %s ends as %s %s, at the broker %s"
                            .formatted(
                                    id,
                                    order.status(),
                                    order.cumQty(),
                                    theirs == null ? "nothing" : theirs.status()));
        }
        List<HistoryEntry> history = query.history(asked.id());
        if (Chain.firstBad(history).isPresent() || history.size() != order.version()) {
            wrong("the history of %s does not add up".formatted(id));
        }
        boolean denied = history.stream().anyMatch(entry -> denies(entry.ordStatus()));
        if (denied && theirs != null) {
            wrong("order %s was denied and lived".formatted(id));
        }
    }

    private void countSends(Map<String, Integer> posts) {
        posts.forEach((id, count) -> {
            if (count > 1) {
                sentTwice++;
                findings.add("order %s was sent %d times".formatted(id, count));
            }
        });
    }

    private static boolean isRight(
            Order ours, dev.primegate.simulator.engine.@Nullable Order theirs) {
        if (theirs == null) {
            return ours.cumQty().isNone()
                    && (denies(ours.status()) || ours.status() == OrderStatus.REJECTED);
        }
        return ours.cumQty().amount().equals(theirs.progress().quantity())
                && ours.progress().fills().value().equals(theirs.progress().value())
                && ours.status() == expected(theirs.status());
    }

    static OrderStatus expected(Status status) {
        return switch (status) {
            case PENDING -> OrderStatus.PENDING_NEW;
            case OPEN -> OrderStatus.NEW;
            case FILLED -> OrderStatus.FILLED;
            case CANCELLED -> OrderStatus.CANCELED;
            case EXPIRED -> OrderStatus.EXPIRED;
            case FAILED -> OrderStatus.REJECTED;
        };
    }

    private static boolean denies(OrderStatus status) {
        return status == OrderStatus.NOT_SENT || status == OrderStatus.NEVER_ARRIVED;
    }

    private void breach(String what) {
        breaches++;
        findings.add(what);
    }

    private void wrong(String what) {
        wrong++;
        findings.add(what);
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }
}
