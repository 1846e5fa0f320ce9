package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Departure.CANCELS_IN_DOUBT;
import static dev.primegate.simulation.model.Departure.CANCEL_ENDS_DOUBT;
import static dev.primegate.simulation.model.Departure.FORGETS_CANCEL;
import static dev.primegate.simulation.model.Departure.REFUSED_CANCEL_PROVES_ABSENCE;

import dev.primegate.simulation.model.Market.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A cancel at any moment of an order's life, racing its arrival, its fills and its end; and the
 * release of what it reserved, by two jobs at once.
 */
final class CancelModel implements Model<CancelState> {
    private final Set<Departure> departures;
    private final BookSteps jobs;

    CancelModel(Set<Departure> departures) {
        this.departures = departures;
        this.jobs = new BookSteps(departures);
    }

    @Override
    public CancelState start() {
        return CancelState.START;
    }

    @Override
    public void next(CancelState state, Steps<CancelState> steps) {
        if (state.windowIsOpen()) {
            steps.due("the window passes", state.fenced());
        }
        if (state.status() == Status.PENDING_NEW) {
            Ledger doubted = state.books().ledger().with(Status.UNKNOWN);
            steps.may("the send times out", state.with(doubted));
        }
        broker(state, steps);
        ask(state, steps);
        send(state, steps);
        jobs.next(state.books(), facts(state), state.market().filled(), state::with, steps);
    }

    private static void broker(CancelState state, Steps<CancelState> steps) {
        Market market = state.market();
        switch (market.phase()) {
            case ON_WIRE -> {
                steps.may("the broker takes it", state.with(market.at(Phase.WORKING)));
                steps.may("the wire loses it", state.with(market.at(Phase.NEVER_CAME)));
            }
            case WORKING -> steps.may("a unit is filled", state.with(market.trading()));
            case ENDED, NEVER_CAME -> {}
        }
    }

    private void ask(CancelState state, Steps<CancelState> steps) {
        if (state.isAsked() || !state.status().isOpen()) {
            return;
        }
        boolean inDoubt = state.status().isInDoubt();
        if (inDoubt && departures.contains(CANCEL_ENDS_DOUBT)) {
            Ledger ended = state.books().ledger().closed(Status.CANCELED);
            steps.may("the OMS cancels, and doubt ends", state.asked(true).with(ended));
        } else {
            boolean forgets = inDoubt && departures.contains(FORGETS_CANCEL);
            steps.may("the OMS cancels", state.asked(!forgets));
        }
    }

    /** Run again each minute, so that a lost cancel is sent again. */
    private void send(CancelState state, Steps<CancelState> steps) {
        if (state.isSent()) {
            steps.may("the wire loses the cancel", state.sending(false));
            steps.due("the cancel arrives", arrived(state.sending(false)));
            return;
        }
        boolean reachable =
                state.status() == Status.WORKING
                        || (state.status().isInDoubt()
                                && (departures.contains(CANCELS_IN_DOUBT)
                                        || departures.contains(REFUSED_CANCEL_PROVES_ABSENCE)));
        if (state.isWished() && reachable) {
            steps.due("the cancel is sent", state.sending(true));
        }
    }

    private CancelState arrived(CancelState state) {
        if (state.market().phase() == Phase.WORKING) {
            return state.with(state.market().at(Phase.ENDED));
        }
        boolean believed =
                departures.contains(REFUSED_CANCEL_PROVES_ABSENCE)
                        && !state.market().hasIt()
                        && state.status().isInDoubt();
        return believed ? state.with(state.books().ledger().closed(Status.NEVER_ARRIVED)) : state;
    }

    private static List<Fact> facts(CancelState state) {
        Market market = state.market();
        List<Fact> facts = new ArrayList<>();
        if (market.hasIt()) {
            facts.add(Fact.WORKS);
        }
        if (market.filled() > 0) {
            facts.add(Fact.FIRST_FILL);
        }
        if (market.filled() > 1) {
            facts.add(Fact.SECOND_FILL);
        }
        if (market.phase() == Phase.ENDED) {
            facts.add(Fact.ENDED);
        }
        if (market.phase() == Phase.NEVER_CAME && !state.windowIsOpen()) {
            facts.add(Fact.ABSENT);
        }
        return facts;
    }

    @Override
    public Optional<Law> broken(CancelState state) {
        Ledger ledger = state.books().ledger();
        Account account = ledger.account();
        Market market = state.market();
        int executed = Ledger.worked(ledger.booked());
        if (ledger.status().deniesIt() && market.hasIt()) {
            return Optional.of(Law.NOT_DENIED);
        }
        if (account.position() != executed) {
            return Optional.of(Law.POSITION);
        }
        if (!account.isExact(executed, state.status().isOpen() ? Ledger.QUANTITY - executed : 0)) {
            return Optional.of(Law.HEADROOM);
        }
        if (market.phase() == Phase.ENDED
                && !state.status().isOpen()
                && executed != market.filled()) {
            return Optional.of(Law.FILLS_KEPT);
        }
        return market.exposure() <= executed + account.reserved()
                ? Optional.empty()
                : Optional.of(Law.COVERED);
    }

    @Override
    public boolean isSettled(CancelState state) {
        boolean known = state.status() == Status.WORKING && !state.isAsked();
        boolean works = state.market().phase() == Phase.WORKING;
        return !state.status().isOpen() || (known && works);
    }

    @Override
    public Status status(CancelState state) {
        return state.status();
    }
}
