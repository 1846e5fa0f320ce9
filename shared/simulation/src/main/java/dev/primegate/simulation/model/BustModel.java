package dev.primegate.simulation.model;

import dev.primegate.simulation.model.Market.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Executions, a bust and a correction, heard in any order and any number of times by two jobs at
 * once.
 */
final class BustModel implements Model<BustState> {
    private final BookSteps jobs;

    BustModel(Set<Departure> departures) {
        this.jobs = new BookSteps(departures);
    }

    @Override
    public BustState start() {
        return BustState.START;
    }

    @Override
    public void next(BustState state, Steps<BustState> steps) {
        Market market = state.market();
        if (market.phase() == Phase.WORKING) {
            trade(state, steps);
        }
        boolean filled = state.isTold(Fact.FIRST_FILL);
        if (filled && !state.isTold(Fact.BUST)) {
            steps.may("the broker busts the first fill", state.with(market, Fact.BUST));
        }
        if (state.isTold(Fact.BUST) && !state.isTold(Fact.CORRECTION)) {
            steps.may("the broker corrects it", state.with(market, Fact.CORRECTION));
        }
        List<Fact> facts = Arrays.stream(Fact.values()).filter(state::isTold).toList();
        jobs.next(state.books(), facts, market.filled(), state::with, steps);
    }

    private static void trade(BustState state, Steps<BustState> steps) {
        Market market = state.market();
        steps.may("the broker ends it", state.with(market.at(Phase.ENDED), Fact.ENDED));
        Market traded = market.trading();
        if (traded.phase() == Phase.WORKING) {
            steps.may("the first unit is filled", state.with(traded, Fact.FIRST_FILL));
        } else {
            steps.may(
                    "the second unit is filled",
                    state.with(traded, Fact.SECOND_FILL).with(traded, Fact.ENDED));
        }
    }

    /** Everything is worked out from what was heard, nothing from what was made of it. */
    @Override
    public Optional<Law> broken(BustState state) {
        Ledger ledger = state.ledger();
        int worked = Ledger.worked(state.books().heard());
        boolean stands = state.isHeard(Fact.FIRST_FILL) && !state.isHeard(Fact.BUST);
        int executed =
                (stands ? 1 : 0)
                        + (state.isHeard(Fact.SECOND_FILL) ? 1 : 0)
                        + (state.isHeard(Fact.CORRECTION) ? 1 : 0);
        if (ledger.account().position() != executed) {
            return Optional.of(Law.POSITION);
        }
        int open = ledger.status().isOpen() ? Ledger.QUANTITY - worked : 0;
        if (!ledger.account().isExact(executed, open)) {
            return Optional.of(Law.HEADROOM);
        }
        return ledger.status().isOpen() || worked == state.market().filled()
                ? Optional.empty()
                : Optional.of(Law.FILLS_KEPT);
    }

    @Override
    public boolean isSettled(BustState state) {
        boolean ends = state.isTold(Fact.ENDED);
        return state.told() == state.books().heard() && ends != state.ledger().status().isOpen();
    }

    @Override
    public Status status(BustState state) {
        return state.ledger().status();
    }
}
