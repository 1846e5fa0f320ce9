package dev.primegate.dynamodb;

import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.primegate.alert.Alert;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.book.Intent;
import dev.primegate.order.Attempt;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.telemetry.Traces;
import dev.primegate.testkit.Requests;
import dev.primegate.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is written down names the trace of the request or run that caused it. */
class DynamoTraceTest {
    private static final String SENT = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String LATER = "0af7651916cd43dd8448eb211c80319c";

    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final DynamoBooks books = SERVER.open(clock);
    private final Traces traces = new Traces();

    @AfterEach
    void leave() {
        Traces.leave();
    }

    @Test
    void eachRowOfTheHistoryNamesWhatBroughtIt() {
        NewOrder request = Requests.buy("traced", "1");
        var _ = books.book().admit(traced(request));
        enter(LATER);
        books.book().apply(request.id(), Requests.executed(request, "e1", "1"), "feed");

        assertThat(books.query().history(request.id()))
                .extracting(HistoryEntry::event, row -> row.facts().get("traceId"))
                .containsExactly(tuple("ADMITTED", SENT), tuple("EXECUTED", LATER));
        assertThat(books.query().find(request.id()).map(Order::attempt).flatMap(Attempt::traceId))
                .contains(SENT);
    }

    /** Whoever is woken wants the request of the order, not the run that found it out. */
    @Test
    void anAlertNamesTheTraceOfItsOrder() {
        NewOrder request = Requests.buy("alerted", "1");
        var _ = books.book().admit(traced(request));
        enter(LATER);

        books.book()
                .apply(
                        request.id(),
                        new OrderEvent.Doubted(clock.instant(), "the answer was lost"),
                        "order-submit");

        assertThat(books.alerts())
                .filteredOn(alert -> alert.dedupKey().endsWith(request.id().text()))
                .extracting(Alert::details)
                .singleElement()
                .satisfies(details -> assertThat(details).containsEntry("traceId", SENT));
    }

    @Test
    void aPersonsStepNamesItsRequest() {
        enter(LATER);

        books.halts().halt(Halt.of(HaltScope.of(FUND, MAIN), "jane", "looks odd"));

        List<Step> steps = books.trails().read(Trail.of(FUND), 0, 100).steps();
        assertThat(steps.getLast().facts()).containsEntry("traceId", LATER);
    }

    private Intent traced(NewOrder request) {
        Intent intent =
                Requests.intent(
                        request, request.clOrdId().text(), Requests.wide(), clock.instant());
        Order order = intent.order();
        Attempt by = order.attempt();
        return intent.rerouted(
                Order.admitted(
                        request,
                        order.route(),
                        new Attempt(
                                by.number(),
                                by.owner(),
                                by.release(),
                                by.signedAt(),
                                by.lease(),
                                by.fence(),
                                Optional.of(SENT)),
                        order.reservation(),
                        order.transactTime()),
                intent.requestHash());
    }

    private void enter(String trace) {
        var _ = traces.enter("00-%s-00f067aa0ba902b7-01".formatted(trace));
    }
}
