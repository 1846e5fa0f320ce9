package dev.primegate.broker.alpacabroker;

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
import java.util.List;

/** Orders for Alpaca, written down. */
final class Admissions {
    private Admissions() {}

    static Admission.Admitted admitted(MemoryBooks books, NewOrder request, Attempt attempt) {
        Order order =
                Order.admitted(
                        request,
                        new Route(AlpacaMapping.BROKER, "test"),
                        attempt,
                        new Reservation(
                                ((OrderSize.Units) request.size()).orderQty(), Decimal10.of("10")),
                        attempt.signedAt());
        return (Admission.Admitted)
                books.book()
                        .admit(
                                new Intent(
                                        order, Requests.wide(), List.of(), "hash", Duration.ZERO));
    }
}
