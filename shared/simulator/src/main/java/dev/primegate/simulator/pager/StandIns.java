package dev.primegate.simulator.pager;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for PagerDuty, Slack and a receiver of webhooks on loopback: takes what they would be
 * sent, and shows it ({@code GET} where it was sent); {@code POST /control/NAME} makes one fail.
 */
public final class StandIns implements AutoCloseable {
    private static final String PAGERDUTY = "/v2/enqueue";
    private static final String SLACK = "/slack";
    private static final String WEBHOOK = "/webhook";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Destination pagerDuty;
    private final Destination slack;
    private final Destination webhook;

    private StandIns(HttpServer server, Clock clock) {
        this.server = server;
        this.pagerDuty =
                new Destination(
                        clock, 202, "{\"status\":\"success\",\"message\":\"Event processed\"}");
        this.slack = new Destination(clock, 200, "ok");
        this.webhook = new Destination(clock, 200, "");
    }

    /** Starts them on {@code port}, or any free one if that is 0. */
    public static StandIns start(int port) {
        try {
            StandIns standIns =
                    new StandIns(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                    0),
                            Clock.systemUTC());
            standIns.listen();
            return standIns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        Map<String, Destination> all =
                Map.of("pagerduty", pagerDuty, "slack", slack, "webhook", webhook);
        server.setExecutor(threads);
        server.createContext(PAGERDUTY, pagerDuty);
        server.createContext(SLACK, slack);
        server.createContext(WEBHOOK, webhook);
        server.createContext(DestinationControl.PATH, new DestinationControl(all));
        server.start();
    }

    public Destination pagerDuty() {
        return pagerDuty;
    }

    public Destination slack() {
        return slack;
    }

    public Destination webhook() {
        return webhook;
    }

    /** The bodies that PagerDuty would have got, first things first. */
    public List<String> pages() {
        return pagerDuty.taken();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The settings that make the alert router find PagerDuty. */
    public Map<String, String> config() {
        return Map.of("quarkus.rest-client.pagerduty.url", url().toString());
    }

    /** The secrets that make it find the others. */
    public Map<String, String> secrets() {
        return Map.of(
                "primegate/pagerduty",
                "{\"routingKey\":\"0123456789abcdef0123456789abcdef\"}",
                "primegate/slack",
                "{\"url\":\"%s%s\"}".formatted(url(), SLACK));
    }

    /** Where the receiver of webhooks is. */
    public URI webhookUrl() {
        return url().resolve(WEBHOOK);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
