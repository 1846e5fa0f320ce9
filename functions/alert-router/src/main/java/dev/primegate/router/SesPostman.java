package dev.primegate.router;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

/** By Amazon's Simple E-mail Service. */
@Singleton
class SesPostman implements Postman {
    private final Provider<SesClient> ses;

    SesPostman(Provider<SesClient> ses) {
        this.ses = ses;
    }

    @Override
    public RouterConfig.MailVia via() {
        return RouterConfig.MailVia.SES;
    }

    @Override
    public void take(Mail mail) {
        try {
            var _ =
                    ses.get()
                            .sendEmail(send ->
                                    send.source(mail.from())
                                            .destination(to -> to.toAddresses(mail.to()))
                                            .message(message ->
                                                    message.subject(s -> s.data(mail.subject()))
                                                            .body(body ->
                                                                    body.text(t ->
                                                                                    t.data(
                                                                                            mail
                                                                                                    .text()))
                                                                            .html(h ->
                                                                                    h.data(
                                                                                            mail
                                                                                                    .html())))));
        } catch (SdkClientException e) {
            throw new BusyException("email", "SES did not answer", Duration.ZERO);
        } catch (SesException e) {
            if (e.isThrottlingException() || e.statusCode() >= 500) {
                throw new BusyException("email", "SES answered " + e.statusCode(), Duration.ZERO);
            }
            throw new NotToldException("email", "SES answered " + e.statusCode());
        }
    }
}
