package dev.primegate.watch;

import java.time.Instant;
import java.util.List;

/**
 * What the watchers have told of. It is kept with the alerts, so that of several who see the same
 * trouble one tells of it, and of its end.
 */
public interface WatchBook {
    /** What was told of and has not ended. */
    List<Standing> standing();

    /**
     * Tells of {@code trouble}, unless it stands already.
     *
     * @return whether it was told now
     */
    boolean begin(Trouble trouble, Instant now);

    /**
     * Tells that {@code standing} is over, unless somebody did.
     *
     * @return whether it was told now
     */
    boolean end(Standing standing, Instant now);
}
