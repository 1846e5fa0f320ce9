package dev.primegate.broker.kit;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Passes bytes on as long as no line is longer than any honest one: nobody fills our memory. */
final class ShortLines implements BodySubscriber<Void> {
    /** Bytes. The JDK takes the square of a line's length to put it together. */
    private static final int LONGEST = 256 << 10;

    private final BodySubscriber<Void> rest;
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private int length;
    private boolean over;

    ShortLines(BodySubscriber<Void> rest) {
        this.rest = rest;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return rest.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = Optional.of(given);
        rest.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        buffers.forEach(this::measure);
        if (length > LONGEST) {
            over = true;
            subscription.ifPresent(Flow.Subscription::cancel);
            rest.onError(new IOException("a line is longer than " + LONGEST + " bytes"));
        } else {
            rest.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        rest.onError(failure);
    }

    @Override
    public void onComplete() {
        if (!over) {
            rest.onComplete();
        }
    }

    private void measure(ByteBuffer buffer) {
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            byte one = buffer.get(i);
            length = one == '\n' || one == '\r' ? 0 : length + 1;
        }
    }
}
