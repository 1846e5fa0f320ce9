package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Evidence;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.OrderReports;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.proof.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PolledFeedTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final BrokerNews ONE =
            new BrokerNews.Unreadable("one", "{}", "a test", Optional.empty());

    private final Queue<Fetched<List<BrokerNews>>> answers = new ArrayDeque<>();
    private final List<Instant> asked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Object> heard = new ArrayList<>();

    @Test
    @Proves("G11")
    void eachAnswerIsAFrameUntilAQuestionFails() {
        answers.add(new Fetched.Whole<>(List.of(ONE), START.plusSeconds(1)));
        answers.add(new Fetched.Whole<>(List.of(), START.plusSeconds(3)));
        answers.add(new Fetched.Failed<>("503"));

        feed().ask(START, listener());

        assertThat(heard)
                .containsExactly(
                        new NewsFeed.Frame(List.of(ONE), START.plusSeconds(1)),
                        new NewsFeed.Frame(List.of(), START.plusSeconds(3)),
                        "503");
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    @Proves("X49")
    void eachQuestionBeginsAMinuteBeforeTheLastAnswer() {
        answers.add(new Fetched.Whole<>(List.of(), START.plusSeconds(100)));
        answers.add(new Fetched.Failed<>("503"));

        feed().ask(START, listener());

        assertThat(asked).containsExactly(START, START.plusSeconds(40));
    }

    @Test
    void whatCannotBeTakenEndsIt() {
        answers.add(new Fetched.Whole<>(List.of(), START));
        NewsFeed.Listener full =
                new NewsFeed.Listener() {
                    @Override
                    public void frame(NewsFeed.Frame frame) {
                        throw new IllegalStateException("full");
                    }

                    @Override
                    public void ended(String why) {
                        heard.add(why);
                    }
                };

        feed().ask(START, full);

        assertThat(heard).hasSize(1);
        assertThat(asked).hasSize(1);
    }

    private PolledFeed feed() {
        return new PolledFeed(new Records(), Duration.ofSeconds(2), pauses::add);
    }

    private NewsFeed.Listener listener() {
        return new NewsFeed.Listener() {
            @Override
            public void frame(NewsFeed.Frame frame) {
                heard.add(frame);
            }

            @Override
            public void ended(String why) {
                heard.add(why);
            }
        };
    }

    private final class Records implements OrderReports {
        @Override
        public BrokerId broker() {
            return new BrokerId("paper");
        }

        @Override
        public Evidence lookup(Order order) {
            return new Evidence.Inconclusive("not asked");
        }

        @Override
        public Fetched<List<Execution>> executions(Order order) {
            return new Fetched.Failed<>("not asked");
        }

        @Override
        public Fetched<List<BrokerNews>> executionsSince(Instant from) {
            asked.add(from);
            return answers.remove();
        }
    }
}
