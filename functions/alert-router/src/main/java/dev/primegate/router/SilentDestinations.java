package dev.primegate.router;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Says at the start who will not be told, so that silence is nobody's surprise. */
@Singleton
class SilentDestinations {
    private static final Logger LOG = Logger.getLogger(SilentDestinations.class);

    void say(@Observes StartupEvent event, RouterConfig config) {
        if (config.pagerdutySecret().isEmpty()) {
            LOG.warn("event=not-configured primegate.alerts.pagerduty-secret: nobody is paged");
        }
        if (config.slackSecret().isEmpty()) {
            LOG.warn("event=not-configured primegate.alerts.slack-secret: Slack stays silent");
        }
    }
}
