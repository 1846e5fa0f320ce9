package dev.primegate.simulation;

import dev.primegate.broker.coinbaseprime.Wire;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.Reply;
import dev.primegate.simulation.world.World;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Request;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** The way to the simulated Prime and back: slow, lossy, and it outlives who sent something. */
final class PrimeWire implements Wire {
    /** As the REST client is configured. */
    private static final Duration READ_TIMEOUT = Duration.ofMillis(2_500);

    private static final int SLOWEST_MILLIS = 40_000;

    private final SimulatedPrime prime;
    private final World world;
    private final Supplier<Chances> chances;

    PrimeWire(SimulatedPrime prime, World world, Supplier<Chances> chances) {
        this.prime = prime;
        this.world = world;
        this.chances = chances;
    }

    @Override
    public Response exchange(Request request) {
        String call = request.method() + request.path().substring(request.path().lastIndexOf('/'));
        Chances now = chances.get();
        world.step("calls " + call);
        if (hits(now.frozen())) {
            world.standStill();
        }
        if (hits(now.notConnected())) {
            throw new ProcessingException(new ConnectException("refused"));
        }
        Reply<Answer> reply = new Reply<>();
        if (!hits(now.requestLost())) {
            world.later(
                    millis(hits(now.requestSlow()) ? SLOWEST_MILLIS : 20),
                    () -> arrive(request, reply));
        }
        Optional<Answer> answer = world.await(reply, READ_TIMEOUT);
        world.step("heard of " + call);
        return answer.map(this::response)
                .orElseThrow(() -> new ProcessingException(new SocketTimeoutException("read")));
    }

    private void arrive(Request request, Reply<Answer> reply) {
        Answer answer = prime.take(request);
        if (!hits(chances.get().answerLost())) {
            world.later(millis(20).plus(answer.delay()), () -> reply.complete(answer));
        }
    }

    private Response response(Answer answer) {
        return switch (answer.ending()) {
            case CUT -> throw new ProcessingException(new EOFException("cut"));
            case HALF -> new BrokenResponse(answer.status());
            case OPEN -> throw new IllegalStateException("nothing of Prime's REST goes on");
            case WHOLE -> {
                Response.ResponseBuilder response =
                        Response.status(answer.status())
                                .header(
                                        "Date",
                                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                prime.clock().instant().atZone(ZoneOffset.UTC)))
                                .entity(answer.body());
                answer.headers().forEach(response::header);
                yield response.build();
            }
        };
    }

    private boolean hits(int thousandths) {
        return Chances.hits(random(), thousandths);
    }

    private Duration millis(int most) {
        return Duration.ofMillis(1 + random().nextInt(most));
    }

    private SplittableRandom random() {
        return world.random();
    }
}
