package dev.primegate.router;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes e-mail: of an incident, or of a day's small things in one. */
@Singleton
class Email implements Channel {
    private static final int LONGEST_SUBJECT = 200;

    private final List<Postman> postmen;
    private final Delivery delivery;
    private final RouterConfig config;
    private final Links links;

    Email(@All List<Postman> postmen, Delivery delivery, RouterConfig config, Links links) {
        this.postmen = postmen;
        this.delivery = delivery;
        this.config = config;
        this.links = links;
    }

    /** The templates, checked when the function is built. */
    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance text(Notice notice, String environment, List<Link> links);

        static native TemplateInstance page(Notice notice, String environment, List<Link> links);
    }

    @Override
    public String kind() {
        return "email";
    }

    @Override
    public boolean isConfigured() {
        return config.emailTo().isPresent();
    }

    @Override
    public Optional<String> tell(Notice notice, Runnable troubled) {
        Postman postman =
                postmen.stream()
                        .filter(one -> one.via() == config.emailVia())
                        .findFirst()
                        .orElseThrow();
        Mail mail = mail(notice);
        delivery.run(() -> postman.take(mail), troubled);
        return Optional.empty();
    }

    private Mail mail(Notice notice) {
        List<Link> open = links.of(notice);
        String subject =
                "[%s] %s: %s"
                        .formatted(config.environment(), word(notice), notice.summary())
                        .replaceAll("\\p{Cntrl}", " ");
        return new Mail(
                config.emailFrom(),
                config.emailTo().orElseThrow(),
                Cut.to(LONGEST_SUBJECT, subject),
                Templates.text(notice, config.environment(), open).render(),
                Templates.page(notice, config.environment(), open).render());
    }

    private static String word(Notice notice) {
        return switch (notice.due()) {
            case RESOLVE -> "resolved";
            case ACKNOWLEDGE -> "acknowledged";
            case TRIGGER, UPDATE, REPEAT ->
                    notice.incident().severity().name().toLowerCase(Locale.ROOT);
        };
    }
}
