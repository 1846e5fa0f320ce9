package dev.primegate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a saved webhook once more, through the door that checks it, and prints what changed. */
@Command(
        name = "replay",
        description = {
            "Send a saved webhook again, through the door that checks its signature, and print what",
            "changed. What was booked before changes nothing. A signature is good for 5 minutes:",
            "an older one of Standard Webhooks is made anew with the key that --key-in names."
        })
final class Replay implements Verb {
    private final Desk desk;

    @Mixin Caution caution = new Caution();

    @Parameters(
            paramLabel = "EVENT",
            description = "A file: {\"broker\", \"headers\": {...}, \"body\": \"as it came\"}.")
    Path file = Path.of("");

    @Option(
            names = "--account",
            required = true,
            description = "Whose orders, trades, breaks and alerts are looked at.")
    String account = "";

    @Option(
            names = "--key-in",
            paramLabel = "VARIABLE",
            description = "Sign it now, with the signing key of this environment variable.")
    @Nullable String key;

    Replay(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Exit run() {
        Delivered saved = Delivered.read(file);
        Delivered event =
                Optional.ofNullable(key)
                        .map(name -> saved.signed(desk.environment(name), desk.now()))
                        .orElse(saved);
        if (caution.dryRun) {
            return desk.change(event.asChange(), caution, Json::line);
        }
        desk.allow(event.asChange(), caution);
        News news = new News(desk, account);
        Optional<Answer> unread = news.read().wrong();
        if (unread.isPresent()) {
            return desk.show(unread.get(), Json::line);
        }
        Answer answer = desk.deliver(event);
        return answer.isGood() ? changed(news.read()) : desk.show(answer, Json::line);
    }

    private Exit changed(News.Read read) {
        desk.tell(read.events());
        if (read.wrong().isPresent()) {
            return desk.show(read.wrong().get(), Json::line);
        }
        desk.say(
                read.events().isEmpty()
                        ? "taken; nothing changed that is shown of " + account
                        : "taken; what changed stands above");
        return Exit.OK;
    }
}
