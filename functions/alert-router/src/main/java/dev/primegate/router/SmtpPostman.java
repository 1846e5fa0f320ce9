package dev.primegate.router;

import io.quarkus.mailer.Mailer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;

/** By SMTP, as {@code quarkus.mailer} is set. */
@Singleton
class SmtpPostman implements Postman {
    private final Provider<Mailer> mailer;

    SmtpPostman(Provider<Mailer> mailer) {
        this.mailer = mailer;
    }

    @Override
    public RouterConfig.MailVia via() {
        return RouterConfig.MailVia.SMTP;
    }

    @Override
    public void take(Mail mail) {
        try {
            mailer.get()
                    .send(
                            io.quarkus.mailer.Mail.withHtml("", mail.subject(), mail.html())
                                    .setTo(mail.to())
                                    .setFrom(mail.from())
                                    .setText(mail.text()));
        } catch (RuntimeException e) {
            throw new BusyException("email", e.getClass().getSimpleName(), Duration.ZERO);
        }
    }
}
