package dev.primegate.audit;

import java.util.List;
import java.util.OptionalInt;

/** What persons did, kept as chains. Whoever carries an act out writes its step with it. */
public interface Trails {
    /** All of a trail; nothing of one that nobody has trodden. */
    Trodden read(Trail trail);

    /**
     * A trail as it stands.
     *
     * @param length how many steps it has had, by its own count
     */
    record Trodden(List<Step> steps, long length) {
        /** The index of the first step that is not what was written there, or is missing. */
        public OptionalInt firstBad() {
            return Chain.firstBad(steps, length);
        }
    }
}
