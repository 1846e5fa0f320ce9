package dev.primegate.alerting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.primegate.alert.routing.DailyTime;
import dev.primegate.alert.routing.Inhibition;
import dev.primegate.alert.routing.Matcher;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.Policy.Escalation;
import dev.primegate.alert.routing.Route;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.alert.routing.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a routing tree from YAML. Whatever a route leaves out it has from the one above it. */
final class RoutingFile {
    private static final Set<String> KINDS = Set.of("pagerduty", "slack", "email", "webhook");

    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<String, Window> windows = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private RoutingFile() {}

    /**
     * Reads {@code yaml}.
     *
     * @throws IllegalArgumentException if it is no tree; says where and what was expected
     */
    static RoutingTree read(String yaml) {
        try {
            return new RoutingFile().tree(new Node(YAML.readTree(yaml), "routing"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("routing: no YAML: " + e.getOriginalMessage(), e);
        }
    }

    private RoutingTree tree(Node file) {
        file.map("windows").ifPresent(this::readWindows);
        Node root = file.map("root").orElseThrow(() -> missing("routing.root"));
        Route top = route(root, Optional.empty());
        List<Inhibition> inhibitions =
                file.maps("inhibit").stream().map(RoutingFile::inhibition).toList();
        file.end();
        return new RoutingTree(top, inhibitions);
    }

    private void readWindows(Node all) {
        for (String name : all.names()) {
            Node node = all.map(name).orElseThrow();
            Window window =
                    new Window(
                            Set.copyOf(node.list("days", RoutingFile::day).orElse(List.of())),
                            node.required("from", LocalTime::parse),
                            node.required("to", LocalTime::parse),
                            node.required("zone", ZoneId::of));
            node.end();
            windows.put(name, window);
        }
    }

    private Route route(Node node, Optional<Policy> above) {
        String name = above.isEmpty() ? "root" : node.required("name", this::name);
        List<Matcher> match = node.list("match", Matcher::parse).orElse(List.of());
        boolean goOn = node.value("continue", RoutingFile::flag).orElse(false);
        Policy policy = policy(node, above);
        List<Route> below = new ArrayList<>();
        for (Node one : node.maps("routes")) {
            below.add(route(one, Optional.of(policy)));
        }
        node.end();
        if (above.isPresent() && match.isEmpty()) {
            throw new IllegalArgumentException(
                    node.path() + ": a route without match hides those after it");
        }
        return new Route(name, match, goOn, policy, below);
    }

    private Policy policy(Node node, Optional<Policy> above) {
        return new Policy(
                inherited(
                        node.list("channels", RoutingFile::channel), above, Policy::channels, node),
                node.list("fallback", RoutingFile::channel)
                        .or(() -> above.map(Policy::fallback))
                        .orElse(List.of()),
                inherited(node.list("group-by", text -> text), above, Policy::groupBy, node),
                inherited(node.duration("group-wait"), above, Policy::groupWait, node),
                inherited(node.duration("group-interval"), above, Policy::groupInterval, node),
                node.duration("repeat").or(() -> above.flatMap(Policy::repeat)),
                node.value("digest", DailyTime::parse).or(() -> above.flatMap(Policy::digest)),
                node.map("escalate")
                        .map(RoutingFile::escalation)
                        .or(() -> above.flatMap(Policy::escalation)),
                node.duration("end-after").or(() -> above.flatMap(Policy::endAfter)),
                node.value("hours", this::window).or(() -> above.flatMap(Policy::hours)));
    }

    private static <T> T inherited(
            Optional<T> own, Optional<Policy> above, Function<Policy, T> theirs, Node node) {
        return own.or(() -> above.map(theirs))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                node.path()
                                        + ": needs channels, group-by, group-wait and group-interval"));
    }

    private static Escalation escalation(Node node) {
        Escalation escalation =
                new Escalation(
                        node.duration("after").orElseThrow(() -> missing(node.path() + ".after")),
                        node.list("channels", RoutingFile::channel)
                                .orElseThrow(() -> missing(node.path() + ".channels")));
        node.end();
        return escalation;
    }

    private static Inhibition inhibition(Node node) {
        Inhibition inhibition =
                new Inhibition(
                        node.list("source", Matcher::parse)
                                .orElseThrow(() -> missing(node.path() + ".source")),
                        node.list("target", Matcher::parse)
                                .orElseThrow(() -> missing(node.path() + ".target")),
                        node.list("equal", text -> text).orElse(List.of()));
        node.end();
        return inhibition;
    }

    /** A kind, and perhaps a name: {@code pagerduty} or {@code pagerduty:equities}. */
    private static String channel(String text) {
        String kind = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "expected one of %s, found: %s".formatted(KINDS, text));
        }
        return text;
    }

    private String name(String text) {
        if (!text.matches("[a-z0-9-]+") || text.equals("root") || !names.add(text)) {
            throw new IllegalArgumentException(
                    "expected a name of its own in a-z, 0-9 and -, found: " + text);
        }
        return text;
    }

    private Window window(String text) {
        Window window = windows.get(text);
        if (window == null) {
            throw new IllegalArgumentException(
                    "expected one of %s, found: %s".formatted(windows.keySet(), text));
        }
        return window;
    }

    private static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("expected true or false, found: " + text);
        }
        return text.equals("true");
    }

    private static IllegalArgumentException missing(String path) {
        return new IllegalArgumentException(path + ": is missing");
    }
}
