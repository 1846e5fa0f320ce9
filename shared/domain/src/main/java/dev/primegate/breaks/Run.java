package dev.primegate.breaks;

import java.time.Instant;

/**
 * One comparison of one scope.
 *
 * @param id made of what was compared, so that the same comparison has the same id
 * @param asOf the newer of the two snapshots' times
 */
public record Run(BreakScope scope, String id, Instant asOf) {
    public Run {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a run has no id");
        }
    }
}
