package dev.primegate.simulation;

import dev.primegate.order.Order;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Resumption;
import dev.primegate.risk.TradingState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The halts that stand beyond doubt: acknowledged to whoever gave them, and of which nobody has
 * begun to ask for a resume.
 */
final class Acknowledged {
    private final Map<HaltScope, TradingState> standing = new TreeMap<>();
    private final Map<HaltScope, Integer> resumes = new TreeMap<>();

    /** A scope of {@code state} that covers {@code order}. */
    Optional<HaltScope> covering(Order order, TradingState state) {
        return HaltScope.covering(order).stream()
                .filter(scope -> standing.get(scope) == state)
                .findFirst();
    }

    /** These halts, and what becomes of them is seen here. */
    Halts over(Halts halts) {
        return new Watched(halts);
    }

    private int resumes(HaltScope scope) {
        return resumes.getOrDefault(scope, 0);
    }

    /** One that stood still and is answered after a resume says nothing new. */
    private void acknowledge(Halt halt, int resumesBefore) {
        if (resumes(halt.scope()) == resumesBefore) {
            standing.merge(halt.scope(), halt.state(), (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    private void resuming(HaltScope scope) {
        resumes.merge(scope, 1, Integer::sum);
        standing.remove(scope);
    }

    private final class Watched implements Halts {
        private final Halts halts;

        Watched(Halts halts) {
            this.halts = halts;
        }

        @Override
        public void halt(Halt halt) {
            int before = resumes(halt.scope());
            halts.halt(halt);
            acknowledge(halt, before);
        }

        @Override
        public Resumption resume(HaltScope scope, String by, String reason) {
            resuming(scope);
            return halts.resume(scope, by, reason);
        }

        @Override
        public List<HaltCase> cases() {
            return halts.cases();
        }

        @Override
        public List<HaltNote> notes(int limit) {
            return halts.notes(limit);
        }

        @Override
        public void swept(HaltScope scope, Instant haltedAt) {
            halts.swept(scope, haltedAt);
        }

        @Override
        public void complete() {
            halts.complete();
        }

        @Override
        public void retireBefore(long release) {
            halts.retireBefore(release);
        }
    }
}
