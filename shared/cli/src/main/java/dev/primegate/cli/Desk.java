package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What every verb has in hand: the API, standard output for data, standard error for words. */
final class Desk {
    private final Surroundings here;
    private final Shared shared;

    Desk(Surroundings here, Shared shared) {
        this.here = here;
        this.shared = shared;
    }

    Answer get(String path) {
        return api().call("GET", path, Optional.empty());
    }

    /** Gets {@code path} and shows it; {@code words} for a person, the answer itself for JSON. */
    Exit show(String path, Function<JsonNode, String> words) {
        return show(get(path), words);
    }

    Exit show(Answer answer, Function<JsonNode, String> words) {
        if (shared.json) {
            print(Json.pretty(answer.body()));
        } else if (answer.isGood()) {
            print(words.apply(answer.body()));
        }
        if (!answer.isGood()) {
            say(Words.problem(answer));
        }
        return Exit.of(answer);
    }

    /**
     * Makes a change, unless it is a dry run, and shows what was answered.
     *
     * @throws RefusedException if money is real there and nobody said that it may be
     */
    Exit change(Change change, Caution caution, Function<JsonNode, String> words) {
        return made(change, caution).map(answer -> show(answer, words)).orElse(Exit.OK);
    }

    /** As {@link #change} makes it, without showing what was answered; a dry run has no answer. */
    Optional<Answer> made(Change change, Caution caution) {
        if (caution.dryRun) {
            print(Json.pretty(change.shown(api().at(change.path()))));
            say("nothing was sent");
            return Optional.empty();
        }
        allow(change, caution);
        Answer answer = send(change);
        if (answer.replayed()) {
            say("a repeat: nothing was sent again");
        }
        return Optional.of(answer);
    }

    /**
     * Returns if the change may be made.
     *
     * @throws RefusedException if money is real there and nobody said that it may be
     */
    void allow(Change change, Caution caution) {
        if (!caution.live && !change.onlyStops()) {
            requireSandbox();
        }
    }

    /** Makes a change that is allowed, once. */
    Answer send(Change change) {
        return api().call(change.method(), change.path(), change.body().map(Json::line));
    }

    /** What cannot say that it is a sandbox is taken for none. */
    private void requireSandbox() {
        Answer where = get("/v1/ops/environment");
        if (!where.text("world").equals("SANDBOX")) {
            throw new RefusedException(
                    "%s is %s, where money is real or may be: say --live if that is meant"
                            .formatted(
                                    shared.url,
                                    where.isGood()
                                            ? where.text("world")
                                            : Words.problem(where).strip()));
        }
    }

    void print(String data) {
        here.out().println(data);
    }

    /** To whoever sits there; never data. */
    void say(String words) {
        here.err().println(words);
    }

    /** Each event in a line. */
    void tell(List<Event> events) {
        events.forEach(event -> print(wantsJson() ? event.json() : event.line()));
    }

    boolean wantsJson() {
        return shared.json;
    }

    /** With the keys of this machine's environment. */
    Trial trial() {
        return new Trial(here.client(), here.environment());
    }

    Progress progress(String what) {
        return new Progress(here, what);
    }

    Instant now() {
        return here.clock().instant();
    }

    /** Another server than the API, such as a simulated broker's. */
    Http at(URI base) {
        return new Http(here.client(), base, Map.of());
    }

    /** Sends what a broker sent, as it sent it: by the door that asks for its signature alone. */
    Answer deliver(Delivered event) {
        return new Http(here.client(), shared.url, event.headers())
                .call("POST", event.path(), Optional.of(event.body()));
    }

    /**
     * A value of this machine's environment.
     *
     * @throws RefusedException if there is none
     */
    String environment(String name) {
        return Optional.ofNullable(here.environment().get(name))
                .orElseThrow(
                        () -> new RefusedException("there is no " + name + " in the environment"));
    }

    /** A name for one intent; whoever repeats a request repeats its name. */
    String freshId() {
        return "cli-%016x".formatted(here.random().nextLong());
    }

    /** Through the door that is asked for: IAM's if a region is said, else the one for tokens. */
    private Http api() {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional.ofNullable(shared.person).ifPresent(name -> headers.put("X-Demo-Person", name));
        Optional<String> token = Optional.ofNullable(here.environment().get("PRIMEGATE_TOKEN"));
        String region = shared.region;
        if (region == null) {
            token.ifPresent(text -> headers.put("Authorization", "Bearer " + text));
            return new Http(here.client(), shared.url, headers);
        }
        if (token.isPresent()) {
            throw new RefusedException("expected --aws-region or PRIMEGATE_TOKEN, found both");
        }
        return new Http(
                here.client(), shared.url, IamSigner.here(region, shared.profile, here.clock()));
    }
}
