package dev.primegate.proof.bad.two;

import dev.primegate.proof.bad.one.Offender;
import org.jspecify.annotations.Nullable;

/** Closes the circle. */
public class Accomplice {
    @Nullable Offender back;
}
