package dev.primegate.submit;

/** Some release. */
record ReleaseOf(long number, long minimum) implements ReleaseConfig {}
