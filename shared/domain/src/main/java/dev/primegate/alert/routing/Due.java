package dev.primegate.alert.routing;

/** What a channel is to be told. */
public enum Due {
    /** That there is trouble. */
    TRIGGER,
    /** That it changed. */
    UPDATE,
    /** That it is still there. */
    REPEAT,
    /** That somebody has it in hand. */
    ACKNOWLEDGE,
    /** That it is over. */
    RESOLVE
}
