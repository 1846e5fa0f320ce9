package dev.primegate.submit;

import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.breaks.BreakLog;
import dev.primegate.risk.Halts;
import dev.primegate.watch.PageReview;
import dev.primegate.watch.ReviewPages;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What became of pages. */
@Singleton
class PageDesk {
    private final ReviewPages pages;

    PageDesk(IncidentBook incidents, Halts halts, OrderQuery orders, BreakLog breaks) {
        this.pages = new ReviewPages(incidents, halts, orders, breaks);
    }

    PageReview review(Instant from, Instant to) {
        return pages.review(from, to);
    }
}
