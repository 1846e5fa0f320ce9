package dev.primegate.submit;

import dev.primegate.book.OrderBook;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.Order;
import dev.primegate.order.Route;
import dev.primegate.submit.DraftOrder.Draft;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Finds the other way by the routing rules, if the order is covered there, and writes it down
 * before anything is sent.
 */
@Singleton
class RuledDetour implements Detour {
    private static final Logger LOG = Logger.getLogger(RuledDetour.class);
    private static final String BY = "order-submit";

    private final DraftOrder drafts;
    private final Cover cover;
    private final OrderBook book;
    private final Clock clock;

    RuledDetour(DraftOrder drafts, Cover cover, OrderBook book, Clock clock) {
        this.drafts = drafts;
        this.cover = cover;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Way find(Admission.Admitted unsent, Draft.Ready draft, Tried tried, Instant stop) {
        Optional<Route> route = drafts.around(draft, tried.brokers());
        if (route.isEmpty()) {
            return new Way.None("there is no other broker for it");
        }
        Optional<String> wanting = cover.wanting(unsent.order(), route.get().broker());
        if (wanting.isPresent()) {
            return new Way.None(wanting.get());
        }
        Instant now = clock.instant();
        if (now.plus(SubmitOrder.TAKES).isAfter(stop)) {
            return new Way.None("too little time is left for another broker");
        }
        return switch (drafts.again(unsent.order(), draft, route.get(), now)) {
            case Draft.Ready next -> write(unsent, next, tried.why());
            case Draft.Refused(Denial denial) -> new Way.None(denial.reason());
            case Draft.ClockSkewed _ -> new Way.None("our clock and the other broker's disagree");
            case Draft.NoBroker() -> new Way.None("there is no other broker for it");
        };
    }

    private Way write(Admission.Admitted unsent, Draft.Ready next, String why) {
        return switch (book.reroute(unsent, next.intent(), BY, why)) {
            case Admission.Admitted again -> {
                LOG.infof(
                        "order=%s event=rerouted from=%s to=%s why=%s",
                        again.order().id(),
                        unsent.order().route().broker(),
                        again.order().route().broker(),
                        why);
                yield new Way.Found(again, next);
            }
            case Admission.Denied(Denial denial) -> new Way.None(denial.reason());
            case Admission.Known(Order moved) ->
                    new Way.None("it has changed meanwhile: " + moved.status());
            case Admission.Busy(String busy) ->
                    new Way.None("the book could not decide in time: " + busy);
        };
    }
}
