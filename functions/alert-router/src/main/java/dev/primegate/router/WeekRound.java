package dev.primegate.router;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.breaks.BreakLog;
import dev.primegate.risk.Halts;
import dev.primegate.watch.PageReview;
import dev.primegate.watch.ReviewPages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/** Each week: tells how many pages of the last one, Monday to Sunday in UTC, needed nobody. */
@Singleton
class WeekRound {
    private static final String RULE = "pages-reviewed";

    private final ReviewPages pages;
    private final RouteAlert route;
    private final Clock clock;

    WeekRound(
            IncidentBook incidents,
            Halts halts,
            OrderQuery orders,
            BreakLog breaks,
            RouteAlert route,
            Clock clock) {
        this.pages = new ReviewPages(incidents, halts, orders, breaks);
        this.route = route;
        this.clock = clock;
    }

    /** Run again in the same week, it tells the same once. */
    void run() {
        LocalDate monday =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate before = monday.minus(Period.ofWeeks(1));
        PageReview review =
                pages.review(
                        before.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        monday.atStartOfDay(ZoneOffset.UTC).toInstant());
        route.route(
                Alert.trigger(
                        RULE,
                        "week",
                        before.toString(),
                        Severity.INFO,
                        "%d of %d pages of the week from %s needed no action"
                                .formatted(review.idle(), review.pages(), before),
                        monday.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        details(before, review)));
    }

    private static Map<String, String> details(LocalDate week, PageReview review) {
        Map<String, String> details = new TreeMap<>();
        details.put("week", week.toString());
        for (PageReview.OfRule rule : review.rules()) {
            details.put(
                    "idle-" + rule.rule(),
                    "%d of %d, %d acknowledged"
                            .formatted(rule.idle(), rule.pages(), rule.acknowledged()));
        }
        return details;
    }
}
