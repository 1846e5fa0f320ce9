package dev.primegate.proof.bad.one;

import dev.primegate.order.Admission;
import dev.primegate.proof.bad.two.Accomplice;
import java.time.Instant;

/** Breaks every house rule, so that each is seen to bite. */
public class Offender {
    double price;
    Accomplice friend = new Accomplice();

    Admission forge() {
        return new Admission.Admitted();
    }

    Instant now() {
        return Instant.now();
    }

    double price() {
        return price;
    }
}
