package dev.primegate.simulation.world;

/** Decides, at each step of a task, whether its process dies there. */
@FunctionalInterface
public interface Crashes {
    boolean dies(String task, String port);

    /** Nobody dies. */
    record Never() implements Crashes {
        @Override
        public boolean dies(String task, String port) {
            return false;
        }
    }
}
