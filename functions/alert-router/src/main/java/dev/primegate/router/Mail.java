package dev.primegate.router;

import java.util.List;

/** A message in plain text and in HTML. */
record Mail(String from, List<String> to, String subject, String text, String html) {
    Mail {
        to = List.copyOf(to);
    }
}
