package dev.primegate.ingest;

/** What became of a webhook. */
sealed interface Taken {
    /** It is written down, or was before. */
    record Done() implements Taken {}

    /** It could not be followed now; its sender should repeat it. */
    record Later() implements Taken {}

    /** It was not signed as it must be; why is for the log alone. */
    record Refused(String why) implements Taken {}

    record NoSender() implements Taken {}

    record TooLarge(int limit) implements Taken {}

    /** It is compressed. */
    record Encoded() implements Taken {}
}
