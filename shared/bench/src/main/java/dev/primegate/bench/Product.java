package dev.primegate.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The product in a process of its own, as {@code ./primegate demo --no-schedules} starts it, with
 * limits that thousands of orders do not reach.
 */
final class Product implements AutoCloseable {
    /** As the launcher starts it. */
    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dprimegate.risk.open-notional=1000000000",
                    "-Dprimegate.risk.open-orders=1000000",
                    "-Dprimegate.risk.orders-per-second=0",
                    "-Dprimegate.risk.orders-per-minute=0",
                    "-Dprimegate.risk.symbols[0].max-long=1000000",
                    "-Dprimegate.webhooks.senders[0].broker=coinbase-prime",
                    "-Dprimegate.webhooks.senders[0].secret=primegate/coinbase-prime/trade",
                    "-Dprimegate.broker.coinbase-prime.rate.per-second=100000",
                    "-Dprimegate.broker.coinbase-prime.rate.burst=100000");

    private static final int TRIES = 600;

    private final Process process;
    private final HttpClient http = http();
    private final URI api;
    private final Inside inside;

    private Product(Process process, URI api, Inside inside) {
        this.process = process;
        this.api = api;
        this.inside = inside;
    }

    /**
     * Starts it from {@code jar}, with a broker that takes orders as fast as they come. Its feed is
     * not read: booking the news would run beside the orders that are measured.
     */
    static Product start(Path jar) throws IOException, InterruptedException {
        return start(jar, List.of("--no-schedules"));
    }

    /** As {@link #start(Path)}, and reads feeds, reconciles and tells alerts, too. */
    static Product startWhole(Path jar) throws IOException, InterruptedException {
        return start(jar, List.of("--no-story"));
    }

    private static Product start(Path jar, List<String> options)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        command.addAll(options);
        command.addAll(List.of("--port", "" + port, "--sim-port", "0"));
        command.addAll(List.of("--falconx-port", "0", "--clear-street-port", "0"));
        command.addAll(List.of("--pager-port", "0"));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try {
            URI api = URI.create("http://localhost:" + port);
            awaitReady(process, api);
            Product product = new Product(process, api, Inside.of(process));
            product.control("throttle", "{\"rate_per_second\": 100000, \"burst\": 100000}");
            return product;
        } catch (IOException | InterruptedException | RuntimeException e) {
            var _ = process.destroyForcibly();
            throw e;
        }
    }

    /** What both ways call with. */
    static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    static HttpRequest.Builder post(URI to, String body) {
        return HttpRequest.newBuilder(to)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** The limit price of an order, so that no two look alike; far from where anybody trades. */
    static BigDecimal price(int number) {
        return BigDecimal.valueOf(3_000_000L + number, 2);
    }

    /** Submits an order; it must be received. The answer's body. */
    String submit(int number) throws IOException, InterruptedException {
        String order =
                """
                {"account":"demo","clOrdId":"bench-%d","symbol":"BTC-USD","side":"BUY",\
                "ordType":"LIMIT","timeInForce":"GTC","orderQty":"0.0001","price":"%s",\
                "desk":"bench","trader":"bench"}\
                """
                        .formatted(number, price(number).toPlainString());
        return answer(post(api.resolve("/v1/orders"), order), 201);
    }

    /** Sends a webhook of the broker; it must be taken. */
    void tell(SignedMessage message) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                post(api.resolve("/v1/webhooks/coinbase-prime"), message.body());
        message.headers().forEach(request::header);
        var _ = answer(request, 200);
    }

    /** Has the broker take its time to answer the next {@code orders}, which it takes at once. */
    void delayed(Duration delay, int orders) throws IOException, InterruptedException {
        control(
                "faults",
                "{\"fault\": \"delayAfterAccept\", \"delay_ms\": %d, \"times\": %d}"
                        .formatted(delay.toMillis(), orders));
    }

    URI api() {
        return api;
    }

    /** Where the stand-ins of PagerDuty and Slack are. */
    URI pager() {
        return URI.create(inside.setting("quarkus.rest-client.pagerduty.url"));
    }

    URI dynamo() {
        return URI.create(inside.setting("quarkus.dynamodb.endpoint-override"));
    }

    URI broker() {
        return URI.create(inside.setting("primegate.broker.coinbase-prime.url"));
    }

    /** Bytes that all its threads have allocated since it began. */
    long allocated() {
        return inside.threads.getTotalThreadAllocatedBytes();
    }

    @Override
    public void close() throws IOException {
        http.close();
        inside.connector.close();
        process.destroy();
        var _ = process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        var _ = process.destroyForcibly();
    }

    private void control(String what, String body) throws IOException, InterruptedException {
        var _ = answer(post(broker().resolve("/control/" + what), body), 200);
    }

    /** The answer's body; it must have the status {@code expected}. */
    String answer(HttpRequest.Builder request, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    "expected %d, found %d %s"
                            .formatted(expected, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private static void awaitReady(Process process, URI api) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(api.resolve("/q/health/ready")).build();
        try (HttpClient http = http()) {
            for (int i = 0; i < TRIES; i++) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the product ended");
                }
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException _) {
                    // Nobody listens yet.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the product does not get ready");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** What the JDK lets one see of another process of one's own. */
    private record Inside(Properties settings, JMXConnector connector, ThreadMXBean threads) {
        @SuppressWarnings("BanJNDI") // The address is that of a process that was started here.
        static Inside of(Process process) throws IOException {
            try {
                VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
                try {
                    JMXConnector connector =
                            JMXConnectorFactory.connect(
                                    new JMXServiceURL(machine.startLocalManagementAgent()));
                    return new Inside(
                            machine.getSystemProperties(),
                            connector,
                            ManagementFactory.newPlatformMXBeanProxy(
                                    connector.getMBeanServerConnection(),
                                    ManagementFactory.THREAD_MXBEAN_NAME,
                                    ThreadMXBean.class));
                } finally {
                    machine.detach();
                }
            } catch (AttachNotSupportedException e) {
                throw new IOException("the product's process cannot be looked into", e);
            }
        }

        String setting(String name) {
            String value = settings.getProperty(name);
            if (value == null) {
                throw new IllegalStateException("the product has no setting " + name);
            }
            return value;
        }
    }
}
