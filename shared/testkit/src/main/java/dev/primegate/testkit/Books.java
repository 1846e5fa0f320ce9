package dev.primegate.testkit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.audit.Trails;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsInbox;
import dev.primegate.broker.Quotes;
import dev.primegate.broker.RateDays;
import dev.primegate.ledger.BalanceLog;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Margins;
import dev.primegate.ledger.Orphans;
import dev.primegate.risk.Closes;
import dev.primegate.risk.FailureLog;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.References;
import java.util.List;

/** A store, port by port, and the alerts it holds. */
public interface Books {
    OrderBook book();

    OrderQuery query();

    Halts halts();

    Trails trails();

    Ramp ramp();

    FailureLog failures();

    Ledger ledger();

    Journal journal();

    Orphans orphans();

    AccountMaster accounts();

    BalanceLog balances();

    References references();

    Quotes quotes();

    Peaks peaks();

    Margins margins();

    RateDays rateDays();

    Closes closes();

    NewsInbox inbox();

    IncidentBook incidents();

    FeedLeases leases();

    List<Alert> alerts();
}
