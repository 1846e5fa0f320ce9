package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final Traces traces = new Traces(new SplittableRandom(1));

    @AfterEach
    void leave() {
        Traces.leave();
    }

    @Test
    void theTraceOfTheCallerIsGoneOnWithUnderASpanOfOurs() {
        Trace trace = traces.enter("00-" + ID + "-" + SPAN + "-00");

        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.span()).isNotEqualTo(SPAN);
        assertThat(trace.sampled()).isFalse();
        assertThat(Traces.current()).contains(trace);
        assertThat(traces.next().id()).isEqualTo(ID);
    }

    @Test
    void whoNamesNoneGetsANewOne() {
        Trace trace = traces.enter(null);

        assertThat(Trace.parse(trace.header())).contains(trace);
        assertThat(traces.enter(null).id()).isNotEqualTo(trace.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\nevent=forged",
            })
    void whatIsNoTraceparentIsNotTaken(String header) {
        assertThat(Trace.parse(header)).isEmpty();
    }

    @Test
    void ofALaterVersionWhatIsKnownIsRead() {
        assertThat(Trace.parse("01-" + ID + "-" + SPAN + "-03-later"))
                .contains(new Trace(ID, SPAN, true));
    }

    @Test
    void anotherThreadWorksForTheTraceItWasGiven() throws InterruptedException {
        Trace trace = traces.enter(null);
        AtomicReference<Optional<Trace>> during = new AtomicReference<>(Optional.empty());
        Supplier<Optional<Trace>> work = Traces.carried(Traces::current);

        Thread.ofVirtual().start(() -> during.set(work.get())).join();

        assertThat(during.get()).contains(trace);
    }

    @Test
    void workIsDoneForTheTraceItWasGivenOrForANewOne() {
        Trace trace = traces.enter(null);
        Traces.leave();

        Optional<Trace> during = traces.within(Optional.of(trace), Traces::current);
        Optional<Trace> another = traces.within(Optional.empty(), Traces::current);

        assertThat(during).contains(trace);
        assertThat(another).isPresent().isNotEqualTo(during);
        assertThat(Traces.current()).isEmpty();
    }

    @Test
    void whatNamesATraceIsGoneOnWith() {
        assertThat(traces.of(ID).map(Trace::id)).contains(ID);
        assertThat(traces.of(ID)).isNotEqualTo(traces.of(ID));
        assertThat(traces.of("order 17")).isEmpty();
    }

    @Test
    void aThreadIsLeftAsItWas() {
        Supplier<Optional<Trace>> work = Traces.carried(Traces::current);
        Trace trace = traces.enter(null);
        Supplier<Optional<Trace>> other = Traces.carried(Traces::current);
        Traces.leave();

        var _ = work.get();
        var _ = other.get();

        assertThat(Traces.current()).isEmpty();
        assertThat(other.get()).contains(trace);
    }
}
