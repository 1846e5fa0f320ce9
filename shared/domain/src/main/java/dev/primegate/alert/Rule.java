package dev.primegate.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person can be told of: every rule there is, and for each when it holds, how loud it is at
 * its loudest, who acts first, and what that is. How, is told by its page in {@code
 * shared/docs/runbooks}; a rule without a page, or an alert of no rule, fails the build.
 */
public enum Rule {
    ORDER_UNKNOWN(
            Owner.DESK,
            Severity.ERROR,
            "a send was not answered, so nobody knows whether the order is live",
            "wait for reconcile; send nothing again"),
    ORDER_DOUBT_OLD(
            Owner.DESK,
            Severity.CRITICAL,
            "an order is still UNKNOWN two minutes after its fence, so asking did not "
                    + "settle it",
            "find out at the broker by hand"),
    ORDER_REJECTED(
            Owner.DESK,
            Severity.WARNING,
            "a broker rejected an order; an error if three did within a minute",
            "read the broker's reason"),
    ORDER_NEVER_ARRIVED(
            Owner.DESK,
            Severity.WARNING,
            "the fence has passed and the broker proves that it has no such order",
            "send it anew under a new clOrdId if it is still wanted"),
    ORDER_REOPENED(
            Owner.DESK,
            Severity.CRITICAL,
            "an order that had ended is alive at its broker",
            "cancel it or keep it, knowingly"),
    ORDER_VANISHED(
            Owner.DESK,
            Severity.CRITICAL,
            "a broker that had told of an order does not know it any more",
            "ask the broker"),
    ORDER_CHECK_FAILED(
            Owner.PLATFORM,
            Severity.ERROR,
            "an open order could not be looked at",
            "find the failure in the log of reconcile"),
    OVER_FILL(
            Owner.DESK,
            Severity.CRITICAL,
            "more was filled than was asked",
            "dispute it or flatten the excess"),
    LATE_FILL(
            Owner.DESK,
            Severity.WARNING,
            "an order was filled after its end was told",
            "count the position anew"),
    FILLED_THOUGH_REJECTED(
            Owner.DESK,
            Severity.CRITICAL,
            "an order that its broker rejected was filled",
            "flatten or keep the position, knowingly"),
    EXECUTION_BUSTED(
            Owner.DESK,
            Severity.ERROR,
            "a broker took an execution back",
            "count the position anew, and hedge what is open"),
    SLIPPAGE(
            Owner.DESK,
            Severity.ERROR,
            "a fill was worse than its class usually is, or than the order may bear",
            "compare with the market at that time"),
    IMPOSSIBLE_NEWS(
            Owner.PLATFORM,
            Severity.ERROR,
            "news of an order contradicts what is known",
            "ask the broker which of both is true"),
    FILLS_MISSING(
            Owner.OPERATIONS,
            Severity.ERROR,
            "a broker counts fills that it has not shown for 60 s",
            "ask the broker for the executions"),
    LIMIT_OVERDRAWN(
            Owner.RISK,
            Severity.CRITICAL,
            "executions took an account beyond its limit; it is halted",
            "reduce the position, then resume by two persons"),
    TRADING_HALTED(
            Owner.RISK,
            Severity.CRITICAL,
            "somebody, or a rule, halted a scope",
            "find the cause; resume by two persons"),
    PAGES_REVIEWED(
            Owner.PLATFORM,
            Severity.INFO,
            "a week has ended; it tells how many of its pages ended with nothing done",
            "mend or quieten the rule with most of them"),
    PRICE_OUTLIER(
            Owner.RISK,
            Severity.CRITICAL,
            "a trade or quote is 10 % or more off the market; its symbol is halted",
            "check the price at a third source"),
    DRAWDOWN_LIMIT(
            Owner.RISK,
            Severity.CRITICAL,
            "an account lost as much of its highest equity as it may",
            "decide whether to flatten"),
    DRAWDOWN_BLIND(
            Owner.RISK,
            Severity.ERROR,
            "the equity of an account cannot be told: a price or a rate is missing",
            "bring the price back"),
    STOP_LOSS_NOT_PLACED(
            Owner.DESK,
            Severity.CRITICAL,
            "a stop-loss fired, and its order was denied, refused or not sent",
            "place the order by hand"),
    STOP_LOSS_NOT_FILLED(
            Owner.DESK,
            Severity.CRITICAL,
            "the order of a stop-loss is not filled after its patience",
            "cross the spread by hand"),
    STOP_LOSS_BLIND(
            Owner.DESK,
            Severity.ERROR,
            "a position is to be protected and has no fresh price",
            "bring the price back, or watch it by hand"),
    MARGIN_CALL(
            Owner.RISK,
            Severity.CRITICAL,
            "a broker reports a deficit, calls for margin, or liquidates",
            "meet the call or reduce"),
    MARGIN_NOT_READ(
            Owner.RISK,
            Severity.ERROR,
            "a broker does not say how our margin stands",
            "read it at the broker's portal"),
    BROKER_DOWN(
            Owner.DESK,
            Severity.CRITICAL,
            "five calls to a broker in a row failed; no order goes there",
            "ask the broker, route elsewhere"),
    CLOCK_SKEW(
            Owner.PLATFORM,
            Severity.CRITICAL,
            "our clock and a broker's are 5 s apart; at 20 s nothing is signed",
            "find whose clock is wrong"),
    RATE_BUDGET(
            Owner.PLATFORM,
            Severity.WARNING,
            "70 % of a broker's rate limit were used in each of five minutes",
            "ask for a higher tier or spread the calls"),
    FEED_SILENT(
            Owner.PLATFORM,
            Severity.ERROR,
            "a feed brought no data for five minutes while its market traded",
            "see who reads it, and the broker's status"),
    TRADING_SILENT(
            Owner.DESK,
            Severity.WARNING,
            "orders are open in their session, and for five minutes a broker told "
                    + "nothing of any order",
            "see at the broker whether the orders stand"),
    REJECT_SPIKE(
            Owner.DESK,
            Severity.ERROR,
            "of at least 20 orders to a broker more than 5 % were rejected, and more "
                    + "than three times the share of the hour before",
            "stop what sends them, or halt"),
    MISSED_RUN(
            Owner.PLATFORM,
            Severity.ERROR,
            "a job has not ended within its time",
            "see why it fails or does not start"),
    WATCH_FAILED(
            Owner.PLATFORM,
            Severity.ERROR,
            "a watcher cannot look, so what it watches is unseen",
            "find the failure in the log of reconcile"),
    SECRET_OLD(
            Owner.PLATFORM,
            Severity.WARNING,
            "a key or another secret has not been changed for 90 days",
            "change it, as the page on rotating keys says"),
    INTERFACE_RETIRED(
            Owner.PLATFORM,
            Severity.WARNING,
            "a broker's answer says that what we call is deprecated, or when it ends",
            "plan the change before the date"),
    NEWS_QUARANTINED(
            Owner.PLATFORM,
            Severity.CRITICAL,
            "news of a broker cannot be read, or has an unknown word",
            "read it by hand, and book what it means"),
    ORPHAN_EXECUTION(
            Owner.OPERATIONS,
            Severity.CRITICAL,
            "a trade that no order claimed was booked to its home account",
            "find out whose it is"),
    ORPHAN_NEWS(
            Owner.OPERATIONS,
            Severity.CRITICAL,
            "a trade of no order cannot be booked",
            "say whose account it is, by the account master"),
    EXTERNAL_ORDER(
            Owner.DESK,
            Severity.WARNING,
            "an order at a broker did not come from here",
            "find out who placed it"),
    STEPS_DIFFER(
            Owner.PLATFORM,
            Severity.WARNING,
            "a broker would refuse amounts that the symbol master allows",
            "correct the symbol master"),
    PRODUCTS_NOT_COMPARED(
            Owner.PLATFORM,
            Severity.WARNING,
            "a broker did not say what it offers",
            "see whether the next run reads it"),
    POSITION_DRIFT(
            Owner.OPERATIONS,
            Severity.CRITICAL,
            "more than the limit of what a broker holds is unexplained; its accounts "
                    + "only reduce",
            "explain it, then resume by two persons"),
    DRIFT_UNKNOWN(
            Owner.OPERATIONS,
            Severity.ERROR,
            "nobody knows whether a broker's positions agree with ours",
            "bring back what was missing"),
    BREAKS_FOUND(
            Owner.OPERATIONS,
            Severity.ERROR,
            "a run found breaks that were not there",
            "take them, gravest first"),
    REHEARSAL_FAILED(
            Owner.PLATFORM,
            Severity.CRITICAL,
            "a break that was planted in a copy of a day's trades was not found, or was given "
                    + "another cause",
            "trust no comparison since the last release"),
    BOOKS_NOT_COMPARED(
            Owner.OPERATIONS,
            Severity.ERROR,
            "trades or positions of a day could not be compared",
            "get the file or the report"),
    STATEMENT_LATE(
            Owner.OPERATIONS,
            Severity.ERROR,
            "a statement is not there at its deadline",
            "ask the broker for it"),
    STATEMENT_REFUSED(
            Owner.OPERATIONS,
            Severity.ERROR,
            "a statement is torn or not what its name says; nothing in it counts",
            "get it again"),
    STATEMENT_ROWS_QUARANTINED(
            Owner.OPERATIONS,
            Severity.WARNING,
            "rows of a statement cannot be read; the others count",
            "read those rows by hand"),
    STATEMENT_ACCOUNT_UNKNOWN(
            Owner.OPERATIONS,
            Severity.ERROR,
            "a statement tells of accounts that none of ours is kept in",
            "add the account, or ask why we got it"),
    ALERT_UNREADABLE(
            Owner.PLATFORM,
            Severity.CRITICAL,
            "an alert could not be read, so somebody was not told what",
            "read the item, and act on it"),
    CLOUDWATCH_ALARM(
            Owner.PLATFORM,
            Severity.ERROR,
            "an alarm of the installation rang",
            "see which alarm, and its function's log");

    private final Owner owner;
    private final Severity severity;
    private final String condition;
    private final String action;

    Rule(Owner owner, Severity severity, String condition, String action) {
        this.owner = owner;
        this.severity = severity;
        this.condition = condition;
        this.action = action;
    }

    /** As alerts name it: {@code order-unknown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule that alerts name {@code id}. */
    public static Optional<Rule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Owner owner() {
        return owner;
    }

    /** At its loudest; how bad it is may make one occurrence quieter. */
    public Severity severity() {
        return severity;
    }

    /** When it holds. */
    public String condition() {
        return condition;
    }

    /** What to do first, in a line. */
    public String action() {
        return action;
    }

    /** The file of its page. */
    public String runbook() {
        return id() + ".md";
    }
}
