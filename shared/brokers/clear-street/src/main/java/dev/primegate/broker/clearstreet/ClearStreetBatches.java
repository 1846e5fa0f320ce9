package dev.primegate.broker.clearstreet;

import dev.primegate.broker.Preparation;
import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.SendOutcome;
import dev.primegate.broker.Turn;
import dev.primegate.broker.kit.Pass;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Admission;
import dev.primegate.runtime.Pause;
import dev.primegate.runtime.Turns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends orders one by one while the rate allows it. What finds the rate spent waits a moment for
 * others and goes with them in one bulk call, of up to a thousand. An order is in one call only,
 * and each call is made once.
 */
@Singleton
class ClearStreetBatches {
    /** In how many bulk calls a second takes place is counted apart, under this name. */
    private static final BrokerId BULK = new BrokerId("clear-street-bulk");

    private static final int MOST = 1_000;

    /** Kept of the lease for the call itself to begin. */
    private static final Duration TO_SEND = Duration.ofMillis(500);

    private final ClearStreetCalls calls;
    private final Turns turns;
    private final Clock clock;
    private final Pause pause;
    private final Duration window;
    private final RateLimit bulk;
    private Optional<Batch> gathering = Optional.empty();

    ClearStreetBatches(
            ClearStreetCalls calls,
            Turns turns,
            Clock clock,
            Pause pause,
            ClearStreetConfig config) {
        this.calls = calls;
        this.turns = turns;
        this.clock = clock;
        this.pause = pause;
        this.window = config.rate().batch();
        int perSecond = config.rate().bulkPerSecond();
        this.bulk = new RateLimit("bulk", perSecond, perSecond);
    }

    SendOutcome send(Admission.Admitted admitted, Preparation.Prepared request) {
        Instant now = clock.instant();
        Turn turn = turns.await(ClearStreetMapping.BROKER, calls.rate(), Purpose.ORDER, now);
        Member member =
                new Member(
                        request.body(),
                        admitted.order().attempt().lease(),
                        new CompletableFuture<>());
        return switch (turn) {
            case Turn.Granted _ -> alone(member);
            case Turn.Spent _ -> together(member);
            case Turn.Paused(Instant until) -> paused(until);
        };
    }

    private SendOutcome alone(Member member) {
        return switch (calls.pass()) {
            case Pass.Shut(String why) -> new SendOutcome.NotSent("no token: " + why);
            case Pass.Open pass ->
                    member.isInTime(clock.instant())
                            ? ClearStreetAnswers.toCreate(calls.createOrder(pass, member.body))
                            : tooLate();
        };
    }

    private SendOutcome together(Member member) {
        Optional<Batch> led = join(member);
        led.ifPresent(batch -> lead(batch, member.lease));
        return member.outcome.join();
    }

    /** The batch, for whoever began it: he sends it for all. */
    private synchronized Optional<Batch> join(Member member) {
        if (gathering.filter(batch -> batch.members.size() < MOST).isPresent()) {
            gathering.get().members.add(member);
            return Optional.empty();
        }
        Batch batch = new Batch(new ArrayList<>(List.of(member)));
        gathering = Optional.of(batch);
        return gathering;
    }

    @SuppressWarnings("ReferenceEquality") // This very batch, whatever another holds.
    private synchronized List<Member> close(Batch batch) {
        if (gathering.filter(open -> open == batch).isPresent()) {
            gathering = Optional.empty();
        }
        return List.copyOf(batch.members);
    }

    /** Whatever happens, everybody in the batch is told an outcome. */
    private void lead(Batch batch, Instant lease) {
        SendOutcome otherwise = new SendOutcome.NotSent("its batch failed before it was sent");
        List<Member> members = List.of();
        try {
            pause.pause(window);
            Turn turn = turns.await(BULK, bulk, Purpose.ORDER, lease.minus(TO_SEND));
            Pass pass = calls.pass();
            members = close(batch);
            List<Member> ready = ready(members, turn, pass);
            if (!ready.isEmpty() && pass instanceof Pass.Open open) {
                otherwise = new SendOutcome.Unknown("its batch failed while it was sent");
                send(ready, open);
            }
        } finally {
            SendOutcome left = otherwise;
            (members.isEmpty() ? close(batch) : members)
                    .forEach(member -> member.outcome.complete(left));
        }
    }

    /** Those that may still be sent; the others are told why not. */
    private List<Member> ready(List<Member> members, Turn turn, Pass pass) {
        Optional<SendOutcome> refusal =
                switch (turn) {
                    case Turn.Granted _ ->
                            pass instanceof Pass.Shut(String why)
                                    ? Optional.of(new SendOutcome.NotSent("no token: " + why))
                                    : Optional.empty();
                    case Turn.Spent _ ->
                            Optional.of(
                                    new SendOutcome.NotSent("the broker's rate budget is spent"));
                    case Turn.Paused(Instant until) -> Optional.of(paused(until));
                };
        Instant now = clock.instant();
        List<Member> ready = new ArrayList<>();
        for (Member member : members) {
            if (refusal.isPresent()) {
                member.outcome.complete(refusal.get());
            } else if (member.isInTime(now)) {
                ready.add(member);
            } else {
                member.outcome.complete(tooLate());
            }
        }
        return ready;
    }

    private void send(List<Member> members, Pass.Open pass) {
        String body =
                "{\"orders\":["
                        + String.join(",", members.stream().map(Member::body).toList())
                        + "]}";
        List<SendOutcome> outcomes =
                ClearStreetAnswers.toBulk(calls.createOrders(pass, body), members.size());
        for (int i = 0; i < members.size(); i++) {
            members.get(i).outcome.complete(outcomes.get(i));
        }
    }

    private static SendOutcome paused(Instant until) {
        return new SendOutcome.NotSent("the broker has asked to be left alone until " + until);
    }

    private static SendOutcome tooLate() {
        return new SendOutcome.NotSent("its turn came after its lease");
    }

    /** An order in a batch, and the place where its sender waits. */
    private record Member(String body, Instant lease, CompletableFuture<SendOutcome> outcome) {
        boolean isInTime(Instant now) {
            return now.isBefore(lease);
        }
    }

    /** Orders that go together; grows until it is closed. */
    private record Batch(List<Member> members) {}
}
