package dev.primegate.router;

import dev.primegate.alert.routing.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A destination in virtual time: it hears, is too busy, is not there, or hears and its answer is
 * lost, as a test plans it.
 */
final class StandIn implements Channel {
    /** What is wrong with it for a while. */
    enum Trouble {
        /** 429, and wants to be left alone for half a minute. */
        BUSY,
        /** Nobody answers, and nothing arrives. */
        GONE,
        /** What is told arrives, and nobody hears that it did. */
        MUTE
    }

    private record Spell(Instant from, Instant to, Trouble trouble) {}

    /** Something that arrived. */
    record Said(String key, Due due, long change, Instant at, boolean answered) {}

    private final String kind;
    private final Clock clock;
    private final List<Spell> spells = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private int refused;

    StandIn(String kind, Clock clock) {
        this.kind = kind;
        this.clock = clock;
    }

    StandIn with(Trouble trouble, Instant from, Duration length) {
        spells.add(new Spell(from, from.plus(length), trouble));
        return this;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Optional<String> tell(Notice notice, Runnable troubled) {
        Optional<Trouble> trouble = trouble();
        if (trouble.isEmpty() || trouble.get() == Trouble.MUTE) {
            hear(notice, trouble.isEmpty());
        }
        if (trouble.isPresent()) {
            troubled.run();
            throw switch (trouble.get()) {
                case BUSY -> new BusyException(kind, "answered 429", Duration.ofSeconds(30));
                case GONE, MUTE -> new BusyException(kind, "did not answer", Duration.ZERO);
            };
        }
        return Optional.empty();
    }

    /** What arrived, in its order. */
    synchronized List<Said> said() {
        return List.copyOf(said);
    }

    /** How often it did not take what it was told. */
    synchronized int refused() {
        return refused;
    }

    /** What is open there, and how often each was opened anew: by its key, as PagerDuty does. */
    synchronized Map<String, Integer> opened(List<String> open) {
        Map<String, Integer> opened = new TreeMap<>();
        for (Said one : said) {
            switch (one.due()) {
                case TRIGGER, UPDATE, REPEAT -> {
                    if (!open.contains(one.key())) {
                        open.add(one.key());
                        opened.merge(one.key(), 1, Integer::sum);
                    }
                }
                case ACKNOWLEDGE -> {}
                case RESOLVE -> open.remove(one.key());
            }
        }
        return opened;
    }

    private synchronized void hear(Notice notice, boolean answered) {
        said.add(
                new Said(
                        notice.incident().key(),
                        notice.due(),
                        notice.incident().change(),
                        clock.instant(),
                        answered));
    }

    private synchronized Optional<Trouble> trouble() {
        Instant now = clock.instant();
        Optional<Trouble> trouble =
                spells.stream()
                        .filter(spell -> !now.isBefore(spell.from()) && now.isBefore(spell.to()))
                        .map(Spell::trouble)
                        .findFirst();
        refused += trouble.isPresent() ? 1 : 0;
        return trouble;
    }
}
