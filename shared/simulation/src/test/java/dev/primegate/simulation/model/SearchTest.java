package dev.primegate.simulation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who checks the check: a counter that may be added to or doubled. */
class SearchTest {
    @Test
    void looksAtEveryState() {
        Verdict verdict = Search.of(new Counter(99, 10, true));

        assertThat(verdict).isEqualTo(new Verdict.Holds(11, Set.of(Status.WORKING)));
    }

    @Test
    void namesAShortestWayToABreach() {
        Verdict verdict = Search.of(new Counter(6, 10, true));

        assertThat(verdict)
                .isEqualTo(new Verdict.Broken(8, Law.ONCE, List.of("add", "add", "add", "double")));
    }

    @Test
    void findsTheStateThatOnlyLuckCouldSettle() {
        Verdict verdict = Search.of(new Counter(99, 2, false));

        assertThat(verdict).isEqualTo(new Verdict.Broken(3, Law.SETTLES, List.of()));
    }

    @Test
    void findsTheStateFromWhichNothingSettles() {
        Verdict verdict = Search.of(new Trap());

        assertThat(verdict).isEqualTo(new Verdict.Broken(3, Law.SETTLES, List.of("falls")));
    }

    /** Breaks at one number, stops at another, and is settled there. */
    private record Counter(int broken, int last, boolean adds) implements Model<Integer> {
        @Override
        public Integer start() {
            return 0;
        }

        @Override
        public void next(Integer state, Steps<Integer> steps) {
            int more = Math.min(last, state + 1);
            if (adds) {
                steps.due("add", more);
            } else {
                steps.may("add", more);
            }
            steps.may("double", Math.min(last, state * 2));
        }

        @Override
        public Optional<Law> broken(Integer state) {
            return state == broken ? Optional.of(Law.ONCE) : Optional.empty();
        }

        @Override
        public boolean isSettled(Integer state) {
            return state == last;
        }

        @Override
        public Status status(Integer state) {
            return Status.WORKING;
        }
    }

    /** From the start it settles, or falls to where it does not. */
    private record Trap() implements Model<String> {
        @Override
        public String start() {
            return "start";
        }

        @Override
        public void next(String state, Steps<String> steps) {
            if (state.equals("start")) {
                steps.due("settles", "settled");
                steps.may("falls", "fallen");
            }
        }

        @Override
        public Optional<Law> broken(String state) {
            return Optional.empty();
        }

        @Override
        public boolean isSettled(String state) {
            return state.equals("settled");
        }

        @Override
        public Status status(String state) {
            return Status.WORKING;
        }
    }
}
