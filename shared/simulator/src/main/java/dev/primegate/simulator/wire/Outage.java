package dev.primegate.simulator.wire;

/** Whether nobody answers at this broker, but its controls. */
public final class Outage {
    private volatile boolean stands;

    public boolean stands() {
        return stands;
    }

    public void begin() {
        stands = true;
    }

    public void end() {
        stands = false;
    }
}
