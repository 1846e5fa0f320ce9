package dev.primegate.broker.clearstreet;

import dev.primegate.book.Intent;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Admission;
import dev.primegate.order.Attempt;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Reservation;
import dev.primegate.order.Route;
import dev.primegate.testkit.MemoryBooks;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Orders for Clear Street, written down. */
final class Admissions {
    private Admissions() {}

    /** With that long to send it in. */
    static Admission.Admitted admitted(
            MemoryBooks books, NewOrder request, Instant now, Duration lease) {
        Instant until = now.plus(lease);
        Order order =
                Order.admitted(
                        request,
                        new Route(ClearStreetMapping.BROKER, "test"),
                        new Attempt("owner", now, until, until.plusSeconds(35)),
                        new Reservation(
                                ((OrderSize.Units) request.size()).orderQty(), Decimal10.of("10")),
                        now);
        return (Admission.Admitted)
                books.book()
                        .admit(
                                new Intent(
                                        order, Requests.wide(), List.of(), "hash", Duration.ZERO));
    }
}
