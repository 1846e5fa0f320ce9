package dev.primegate.cli;

/** What the process ends with; a script switches on it. */
enum Exit {
    /** It was done, or there is nothing to look at. */
    OK(0),
    /** Nobody answered, or something is broken; what became of a change is not known. */
    ERROR(1),
    /** Asked wrongly, or by somebody who may not. */
    REFUSED(2),
    /** It was answered, and somebody must look: a refusal, a doubt, a break, a broker down. */
    FINDING(3),
    /** Trading is halted. */
    HALTED(4);

    private static final int HALT_STANDS = 423;

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Of an answer, by its HTTP status and by what became of the order it shows. */
    static Exit of(Answer answer) {
        return switch (answer.status()) {
            case 200, 201, 204 -> OK;
            // A cancel that was sent is all that was asked; a doubt or a resume that waits is not.
            case 202 -> answer.text("ordStatus").equals("PENDING_CANCEL") ? OK : FINDING;
            case 400, 401, 403 -> REFUSED;
            case HALT_STANDS -> HALTED;
            default -> answer.status() >= 400 && answer.status() < 500 ? FINDING : ERROR;
        };
    }
}
