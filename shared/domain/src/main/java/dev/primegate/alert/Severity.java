package dev.primegate.alert;

/** How loud; PagerDuty's four words. */
public enum Severity {
    CRITICAL,
    ERROR,
    WARNING,
    INFO
}
