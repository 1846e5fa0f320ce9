package dev.primegate.submit;

import dev.primegate.alerting.HaltLink;

/** What whoever follows a halt link sees. */
final class HaltLinkPage {
    /** Nothing is loaded, nothing runs, no other page shows it or is posted to. */
    static final String POLICY =
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private HaltLinkPage() {}

    /** Without an action the form goes back to where it came from, signature and all. */
    static String asking(HaltLink link) {
        return page(
                "Halt %s?".formatted(link.scope()),
                """
                <p>No new order in <b>%s</b> is taken until two persons resume it. Open orders stay.
                <p>For %s. This link is good until %s.
                <form method="post"><button>Halt %s</button></form>
                """
                        .formatted(
                                escaped(link.scope().text()),
                                escaped(link.incident()),
                                link.until(),
                                escaped(link.scope().text())));
    }

    static String done(HaltLink link) {
        return page(
                "%s is halted".formatted(link.scope()),
                "<p>No new order in <b>%s</b> is taken. Two persons resume it, over the API.\n"
                        .formatted(escaped(link.scope().text())));
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <h1>%s</h1>
        %s\
        """
                .formatted(escaped(title), escaped(title), body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
