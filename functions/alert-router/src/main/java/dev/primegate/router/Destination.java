package dev.primegate.router;

import dev.primegate.alert.Alert;
import java.util.List;

/** Somewhere people are reached. */
interface Destination {
    String name();

    /**
     * Tells of the alert, trying again as long as there is hope.
     *
     * @param unreached the destinations that could not be told of it
     * @throws NotToldException if it could not be told
     */
    void tell(Alert alert, List<String> unreached);
}
