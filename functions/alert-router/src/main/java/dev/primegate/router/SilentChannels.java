package dev.primegate.router;

import dev.primegate.alert.routing.RoutingTree;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Says at the start who will not be told, so that silence is nobody's surprise. */
@Singleton
class SilentChannels {
    private static final Logger LOG = Logger.getLogger(SilentChannels.class);

    void say(@Observes StartupEvent event, RoutingTree tree, @All List<Channel> channels) {
        for (Channel channel : channels) {
            if (!channel.isConfigured() && uses(tree, channel.kind())) {
                LOG.warnf("event=not-configured channel=%s: nobody hears by it", channel.kind());
            }
        }
    }

    private static boolean uses(RoutingTree tree, String kind) {
        return tree.channels().anyMatch(used -> used.equals(kind) || used.startsWith(kind + ":"));
    }
}
