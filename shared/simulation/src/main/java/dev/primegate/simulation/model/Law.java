package dev.primegate.simulation.model;

/** What must hold in every state of every sound model. */
enum Law {
    ONCE("the broker took it twice"),
    NOT_DENIED("it was ended as never arrived, and the broker has it"),
    FINAL("it had ended, and lives again"),
    RECORDED("the broker has an order that no record leads to"),
    COVERED("more may trade than was reserved"),
    HEADROOM("headroom is not limit less position less open reservation"),
    POSITION("position is not the sum of the executions not busted"),
    FILLS_KEPT("it ended without all of its fills"),
    SETTLES("nothing can settle it any more");

    private final String breach;

    Law(String breach) {
        this.breach = breach;
    }

    /** What is wrong where it does not hold. */
    String breach() {
        return breach;
    }
}
