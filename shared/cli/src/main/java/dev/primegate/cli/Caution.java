package dev.primegate.cli;

import picocli.CommandLine.Option;

/** What is said to every verb that changes something. */
final class Caution {
    @Option(names = "--dry-run", description = "Print the request, and send nothing.")
    boolean dryRun;

    @Option(names = "--live", description = "Do it although money is real there.")
    boolean live;
}
