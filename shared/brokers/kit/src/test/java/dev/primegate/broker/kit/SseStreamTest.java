package dev.primegate.broker.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primegate.broker.NewsFeed;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SseStreamTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final byte[] STREAM =
            ("\uFEFF: hello\r\n"
                            + "event: trade\r\nid: 7\r\ndata: {\"px\":\"1 \u20ac \uD83D\uDCB6\"}\r\n\r\n"
                            + "data: a\ndata:b\ndata:  c\n\n"
                            + ":\n\n\n"
                            + "id: 8\rdata\r\r"
                            + ": slow client, dropped 3 messages\n"
                            + "retry: 10\nunknown: x\ndata: last\n\n")
                    .getBytes(StandardCharsets.UTF_8);

    private static final List<SseItem> ITEMS =
            List.of(
                    new SseItem.Comment("hello"),
                    new SseItem.Event("trade", "{\"px\":\"1 \u20ac \uD83D\uDCB6\"}", "7"),
                    new SseItem.Event("message", "a\nb\n c", "7"),
                    new SseItem.Comment(""),
                    new SseItem.Event("message", "", "8"),
                    new SseItem.Comment("slow client, dropped 3 messages"),
                    new SseItem.Event("message", "last", "8"));

    private final List<SseItem> heard = new ArrayList<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    @Test
    @Proves("X48")
    void whereverTheBytesAreCutTheEventsAreTheSame() {
        for (int seed = 0; seed < 500; seed++) {
            heard.clear();
            feed(STREAM, new SplittableRandom(seed));

            assertThat(heard).as("seed %d", seed).isEqualTo(ITEMS);
        }
    }

    @Test
    @Proves("X48")
    void whereverTheStreamEndsNoHalfEventIsHeard() {
        for (int end = 0; end < STREAM.length; end++) {
            heard.clear();
            feed(Arrays.copyOf(STREAM, end), new SplittableRandom(end));

            assertThat(ITEMS.subList(0, heard.size()))
                    .as("cut after %d bytes", end)
                    .usingElementComparator(SseStreamTest::sameBeginning)
                    .isEqualTo(heard);
        }
    }

    @Test
    @Proves("K2")
    void aCommentThatTellsOfDroppedMessagesEndsTheConnection() throws Exception {
        Function<SseItem, FeedRead> reader =
                item ->
                        item instanceof SseItem.Comment(String text) && text.contains("dropped")
                                ? new FeedRead.Broken(text)
                                : note(item);

        try (Server server = new Server(STREAM);
                SseStream _ = server.open(LONG, reader, listener())) {
            assertThat(ended.get(10, TimeUnit.SECONDS))
                    .isEqualTo("slow client, dropped 3 messages");
        }
        assertThat(heard).isEqualTo(ITEMS.subList(0, 5));
    }

    @Test
    @Proves("X48")
    void aStreamThatIsCutInTheMiddleIsOver() throws Exception {
        try (Server server = new Server(Arrays.copyOf(STREAM, 60));
                SseStream _ = server.open(LONG, this::note, listener())) {
            assertThat(ended.get(10, TimeUnit.SECONDS)).isNotEmpty();
        }
        assertThat(heard).isEqualTo(ITEMS.subList(0, 1));
    }

    @Test
    void aListenerThatCannotTakeAFrameEndsTheConnection() throws Exception {
        NewsFeed.Listener full =
                new NewsFeed.Listener() {
                    @Override
                    public void frame(NewsFeed.Frame frame) {
                        throw new IllegalStateException("full");
                    }

                    @Override
                    public void ended(String why) {
                        ended.complete(why);
                    }
                };

        try (Server server = new Server(STREAM);
                SseStream _ =
                        server.open(
                                LONG,
                                _ ->
                                        new FeedRead.News(
                                                new NewsFeed.Frame(List.of(), Instant.EPOCH)),
                                full)) {
            assertThat(ended.get(10, TimeUnit.SECONDS)).startsWith("not taken: ");
        }
    }

    @Test
    void anAnswerThatIsNoStreamIsNotRead() throws Exception {
        try (Server server = new Server(STREAM, 503);
                SseStream _ = server.open(LONG, this::note, listener())) {
            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("answered 503 text/event-stream");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void oneThatSaysNothingIsOver() throws Exception {
        try (Server server = new Server(new byte[0]);
                SseStream _ = server.open(Duration.ofMillis(1), this::note, listener())) {
            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("silent for PT0.001S");
        }
    }

    @Test
    void aLineWithoutEndIsNotWaitedFor() throws Exception {
        byte[] chunk = new byte[1 << 16];
        Arrays.fill(chunk, (byte) 'x');
        BodySubscriber<Void> subscriber = SseStream.of(LONG, this::note, listener()).subscriber();
        subscriber.onSubscribe(new Endless());

        for (int i = 0; i < 5; i++) {
            subscriber.onNext(List.of(ByteBuffer.wrap(chunk)));
        }

        assertThat(ended.get(10, TimeUnit.SECONDS)).startsWith("broken: ");
    }

    private FeedRead note(SseItem item) {
        heard.add(item);
        return new FeedRead.Nothing();
    }

    private NewsFeed.Listener listener() {
        return new NewsFeed.Listener() {
            @Override
            public void frame(NewsFeed.Frame frame) {}

            @Override
            public void ended(String why) {
                ended.complete(why);
            }
        };
    }

    /** A comment may be heard cut off: nothing is made of one that is not whole. */
    private static int sameBeginning(SseItem one, SseItem other) {
        boolean comments =
                one instanceof SseItem.Comment(String a)
                        && other instanceof SseItem.Comment(String b)
                        && (a.startsWith(b) || b.startsWith(a) || b.indexOf('\uFFFD') >= 0);
        return comments || one.equals(other) ? 0 : 1;
    }

    /** Hands over the bytes in pieces of any length. */
    private void feed(byte[] bytes, SplittableRandom random) {
        BodySubscriber<Void> subscriber = SseStream.of(LONG, this::note, listener()).subscriber();
        subscriber.onSubscribe(new Endless());
        int at = 0;
        while (at < bytes.length) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(6));
            List<ByteBuffer> buffers = new ArrayList<>();
            buffers.add(ByteBuffer.wrap(bytes, at, length).slice());
            at += length;
            if (random.nextInt(3) == 0 && at < bytes.length) {
                buffers.add(ByteBuffer.wrap(bytes, at, 1).slice());
                at++;
            }
            subscriber.onNext(buffers);
        }
        subscriber.onComplete();
    }

    /** Whatever is asked for comes when it comes. */
    private static final class Endless implements Flow.Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /** Says one thing over a real socket, in pieces, and leaves the connection open. */
    private static final class Server implements AutoCloseable {
        private final HttpServer server;
        private final HttpClient http = HttpClient.newHttpClient();
        private final byte[] bytes;
        private final int status;

        Server(byte[] bytes) throws IOException {
            this(bytes, 200);
        }

        Server(byte[] bytes, int status) throws IOException {
            this.bytes = bytes;
            this.status = status;
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        SseStream open(
                Duration silence, Function<SseItem, FeedRead> reader, NewsFeed.Listener listener) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return SseStream.open(
                    http, HttpRequest.newBuilder(address).build(), silence, reader, listener);
        }

        private void answer(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(status, 0);
            OutputStream out = exchange.getResponseBody();
            for (byte one : bytes) {
                out.write(one);
                out.flush();
            }
            if (bytes.length > 0) {
                out.close();
            }
        }

        @Override
        public void close() {
            http.shutdownNow();
            server.stop(0);
        }
    }
}
