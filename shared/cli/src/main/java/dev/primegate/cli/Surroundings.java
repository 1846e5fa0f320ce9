package dev.primegate.cli;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * All that a verb knows of the machine it runs on.
 *
 * @param isTerminal whether a person looks on
 */
record Surroundings(
        HttpClient client,
        Clock clock,
        RandomGenerator random,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        boolean isTerminal) {}
