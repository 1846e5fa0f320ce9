package dev.primegate.router;

/** Takes e-mail away. */
interface Postman {
    RouterConfig.MailVia via();

    /**
     * Takes it.
     *
     * @throws BusyException if it may succeed later
     */
    void take(Mail mail);
}
