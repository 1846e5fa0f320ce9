package dev.primegate.simulator.engine;

/** What became of something done to an order by hand. */
public sealed interface Intervention {
    record Done(Order order) implements Intervention {}

    record Refused(String why) implements Intervention {}

    record Unknown() implements Intervention {}
}
