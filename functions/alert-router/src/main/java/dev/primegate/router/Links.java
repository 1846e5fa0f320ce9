package dev.primegate.router;

import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Member;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where to go from an alert: what to do, what it is about, and how to stop it. */
@Singleton
class Links {
    private final RouterConfig config;

    Links(RouterConfig config) {
        this.config = config;
    }

    /** The runbook first, then the order; as far as this installation has such places. */
    List<Link> of(Notice notice) {
        List<Link> links = new ArrayList<>();
        List<Member> members = notice.members();
        if (!members.isEmpty()) {
            Labels labels = members.getFirst().labels();
            config.runbooks()
                    .ifPresent(base ->
                            links.add(new Link(base + "/" + part(labels.get("rule")), "runbook")));
            if (!labels.get("orderId").isEmpty()) {
                config.api()
                        .ifPresent(base ->
                                links.add(
                                        new Link(
                                                base + "/v1/orders/" + part(labels.get("orderId")),
                                                "order")));
            }
        }
        return links;
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
