package dev.primegate.telemetry;

import java.util.Locale;

/** What tells one series of a metric from another; each has few values. */
public enum Label {
    BROKER,
    /** Who trades; one for each strategy. */
    DESK,
    /** A problem's or a denial's code. */
    CODE,
    /** What came of a call, as {@link CallOutcome} says. */
    OUTCOME,
    /** What of a broker's feed is meant. */
    FEED,
    /** Why the books differ. */
    CAUSE,
    /** Who was told: {@code pagerduty}, {@code slack} and so on. */
    CHANNEL,
    /** How bad an alert is. */
    SEVERITY;

    /** The word in lines and on dashboards. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
