package dev.primegate.simulation;

import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.broker.SendOutcome;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Admission;
import dev.primegate.order.Attempt;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Reservation;
import dev.primegate.order.Route;
import dev.primegate.simulation.world.World;
import dev.primegate.submit.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A desk with one of the habits. Its table never fails and its news needs no inbox: what goes wrong
 * here comes from the habit alone.
 */
final class HabitualDesk {
    private static final Duration IN_PROGRESS = Duration.ofSeconds(30);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(9));

    private final Map<OrderId, Note> notes = new HashMap<>();
    private final Habit habit;
    private final OrderGateway gateway;
    private final SymbolMaster symbols;
    private final Settings.Caps caps;
    private final World world;
    private final Clock clock;

    /** What its table says of an order. */
    record Note(NewOrder order, OrderStatus status, Decimal10 filled, Instant expires) {
        Note with(OrderStatus next, Decimal10 count) {
            return new Note(order, next, count, expires);
        }
    }

    HabitualDesk(
            Habit habit,
            OrderGateway gateway,
            SymbolMaster symbols,
            Settings.Caps caps,
            World world) {
        this.habit = habit;
        this.gateway = gateway;
        this.symbols = symbols;
        this.caps = caps;
        this.world = world;
        this.clock = world.taskClock();
    }

    Map<OrderId, Note> notes() {
        return notes;
    }

    /** True if the OMS is told that the order is on its way. */
    boolean submit(NewOrder order) {
        if (!fits(order)) {
            return false;
        }
        if (!isMineToSend(order)) {
            return true;
        }
        OrderStatus status = send(order);
        note(order, status);
        return status.isOpen();
    }

    /** One conditional write, as such a library or a careful desk does it; or a look beforehand. */
    private boolean isMineToSend(NewOrder order) {
        return table(() -> {
            Note known = notes.get(order.id());
            boolean again =
                    habit == Habit.IDEMPOTENCY_LIBRARY
                            && known != null
                            && known.status == OrderStatus.PENDING_NEW
                            && known.expires.isBefore(clock.instant());
            if (known != null && !again) {
                if (habit == Habit.IDEMPOTENCY_LIBRARY && known.status == OrderStatus.PENDING_NEW) {
                    throw new IllegalStateException("already in progress: ask again later");
                }
                return false;
            }
            if (habit != Habit.RETRY_THE_POST) {
                put(order, OrderStatus.PENDING_NEW);
            }
            return true;
        });
    }

    /** The broker's news: the last word counts, but for who has closed the order himself. */
    void heard(OrderId id, OrderStatus status, Decimal10 filled) {
        var _ =
                table(() -> {
                    notes.computeIfPresent(
                            id, (_, note) -> isDeaf(note) ? note : note.with(status, filled));
                    return true;
                });
    }

    private boolean isDeaf(Note note) {
        return habit == Habit.TIMEOUT_IS_REJECTED && note.status == OrderStatus.REJECTED;
    }

    private OrderStatus send(NewOrder order) {
        SendOutcome outcome = sendOnce(order);
        if (habit == Habit.RETRY_THE_POST) {
            for (Duration pause : PAUSES) {
                if (!(outcome instanceof SendOutcome.Unknown)) {
                    break;
                }
                world.sleep(pause);
                outcome = sendOnce(order);
            }
        }
        return switch (outcome) {
            case SendOutcome.Received _, SendOutcome.Ended _ -> OrderStatus.NEW;
            case SendOutcome.Refused _, SendOutcome.NotSent _, SendOutcome.Throttled _ ->
                    OrderStatus.REJECTED;
            case SendOutcome.Unknown(String doubt) -> {
                if (habit == Habit.IDEMPOTENCY_LIBRARY) {
                    var _ = table(() -> Optional.ofNullable(notes.remove(order.id())));
                    throw new IllegalStateException(doubt);
                }
                yield OrderStatus.REJECTED;
            }
        };
    }

    private SendOutcome sendOnce(NewOrder order) {
        Instant now = clock.instant();
        Preparation.Prepared request =
                (Preparation.Prepared) gateway.prepare(order, symbols.get(order.symbol()), now);
        return gateway.send(new Admission.Admitted(draft(order, now), ""), request);
    }

    private Order draft(NewOrder order, Instant now) {
        return Order.admitted(
                order,
                new Route(gateway.broker(), "the only route"),
                new Attempt("desk", now, now, now),
                new Reservation(((OrderSize.Units) order.size()).orderQty(), Decimal10.ZERO),
                now);
    }

    /** Looks first, writes later: as two steps, however close, they let two orders through. */
    private boolean fits(NewOrder order) {
        return table(() -> {
            Decimal10 used = ((OrderSize.Units) order.size()).orderQty().amount();
            for (Note note : notes.values()) {
                boolean counts = note.status.isOpen() || note.status == OrderStatus.FILLED;
                if (counts
                        && note.order.account().equals(order.account())
                        && note.order.symbol().equals(order.symbol())) {
                    Decimal10 size = ((OrderSize.Units) note.order.size()).orderQty().amount();
                    boolean same = note.order.side() == order.side();
                    boolean done = note.status == OrderStatus.FILLED;
                    used = same ? used.plus(size) : done ? used.minus(size) : used;
                }
            }
            return used.compareTo(Decimal10.of(caps.units())) <= 0;
        });
    }

    private void note(NewOrder order, OrderStatus status) {
        var _ =
                table(() -> {
                    Note before = notes.get(order.id());
                    boolean moved = before != null && before.status != OrderStatus.PENDING_NEW;
                    if (!moved) {
                        put(order, status);
                    }
                    return true;
                });
    }

    private void put(NewOrder order, OrderStatus status) {
        Instant expires = clock.instant().plus(IN_PROGRESS);
        notes.put(order.id(), new Note(order, status, Decimal10.ZERO, expires));
    }

    private <T> T table(Supplier<T> call) {
        world.step("table");
        world.sleep(Duration.ofMillis(1 + world.random().nextLong(12)));
        T answer = call.get();
        world.step("has called the table");
        return answer;
    }
}
