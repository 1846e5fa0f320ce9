package dev.primegate.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What persons did, kept as chains. Whoever carries an act out writes its step with it. */
public interface Trails {
    /**
     * The steps of a trail that follow the one at {@code after}; nothing of a trail that nobody has
     * trodden.
     *
     * @param after a version; 0 for the first steps
     * @param limit the most there may be
     */
    Trodden read(Trail trail, long after, int limit);

    /**
     * A part of a trail as it stands.
     *
     * @param after the version that it follows
     * @param before the step at that version; empty if it is 0, or if there is no such step
     * @param length how many steps the trail has had, by its own count
     * @param isEnd whether no step follows
     */
    record Trodden(
            long after, Optional<Step> before, List<Step> steps, long length, boolean isEnd) {
        /**
         * The index, in the whole trail, of the first step that is not what was written there or is
         * missing. Of a part it says that the part is good, and follows the step before it.
         */
        public OptionalInt firstBad() {
            if (after > 0 && before.isEmpty()) {
                return after > length ? OptionalInt.empty() : index(after - 1);
            }
            List<Step> links = new ArrayList<>(steps);
            before.ifPresent(links::addFirst);
            String previous = before.map(Step::previousHash).orElse(Link.START);
            OptionalInt bad = Chain.firstBad(Math.max(after, 1), previous, links);
            long end = after + steps.size();
            return bad.isEmpty() && isEnd && end < length ? index(end) : bad;
        }

        private static OptionalInt index(long index) {
            return OptionalInt.of(Math.toIntExact(index));
        }
    }
}
