package dev.primegate.ingest.signature;

import java.util.Optional;

/** Where a sender puts its signature, and what it signs. */
@FunctionalInterface
interface Layout {
    /** Reads the claim of a delivery; empty if it makes none that can be read. */
    Optional<Signed> read(Delivery delivery);
}
