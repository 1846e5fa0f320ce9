package dev.primegate.comparison;

import dev.primegate.breaks.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A break that was planted, and what a comparison found.
 *
 * @param planted what it is called when it fails
 * @param cause what it must be found as; none where nothing was planted
 * @param at what its finding must name
 */
record Trial(String planted, Optional<String> cause, String at, List<Finding> found) {
    static Trial of(String book, String planted, String cause, String at, List<Finding> found) {
        return new Trial(book + "-" + planted, Optional.of(cause), at, found);
    }

    /** Books that agree. */
    static Trial nothing(String book, List<Finding> found) {
        return new Trial(book + "-nothing", Optional.empty(), "", found);
    }

    /** None if that was found, and nothing else. */
    Optional<Rehearsal.Failure> failure() {
        boolean asPlanted =
                cause.map(code ->
                                found.size() == 1
                                        && found.getFirst().cause().code().equals(code)
                                        && found.getFirst().key().contains(at))
                        .orElse(found.isEmpty());
        return asPlanted
                ? Optional.empty()
                : Optional.of(new Rehearsal.Failure(planted, Rehearsal.told(found)));
    }
}
