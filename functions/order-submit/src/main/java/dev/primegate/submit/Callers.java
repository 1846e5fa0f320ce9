package dev.primegate.submit;

import java.security.Principal;
import java.util.Optional;

/** Who stands behind a credential. */
public interface Callers {
    /**
     * Finds what a principal may act for.
     *
     * @param principal what the gateway in front has authenticated; empty if nobody
     * @return empty if this caller may do nothing here
     */
    Optional<Caller> identify(Optional<Principal> principal);
}
