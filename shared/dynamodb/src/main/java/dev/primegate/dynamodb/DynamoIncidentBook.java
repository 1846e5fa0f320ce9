package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Matcher;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Silence;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Incidents in the table; what is over is forgotten some time after. */
@Singleton
class DynamoIncidentBook implements IncidentBook {
    private static final Duration KEPT = Duration.ofDays(30);

    /** Longer than any window of counting, and than a stream repeats its records. */
    private static final Duration NOTED = Duration.ofDays(2);

    private final Table table;
    private final Transactions transactions;

    DynamoIncidentBook(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    @Override
    public Optional<Incident> find(String key) {
        return table.get(Key.openIncident(key)).map(IncidentItem::read);
    }

    @Override
    public List<Incident> open() {
        return table.query(Key.OPEN_INCIDENTS).stream()
                .map(IncidentItem::read)
                .sorted(Comparator.comparing(Incident::since))
                .toList();
    }

    @Override
    public List<Incident> ended(Instant from, Instant to) {
        List<Incident> ended = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
        for (LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            table.query(Key.endedIncidents(day), Times.text(from), Times.text(to) + Key.LAST)
                    .forEach(item -> ended.add(IncidentItem.read(item)));
        }
        return ended;
    }

    @Override
    public Optional<Member> member(String key, String dedupKey) {
        return table.get(Key.member(dedupKey, key)).map(IncidentItem::readMember);
    }

    @Override
    public List<String> incidentsOf(String dedupKey) {
        return table.query(Key.incident(dedupKey).pk(), Key.MEMBERS).stream()
                .map(item -> item.text("sk").substring(Key.MEMBERS.length()))
                .toList();
    }

    @Override
    public Optional<Incident> save(Incident incident, Optional<Member> member, Instant now) {
        Incident next = incident.versioned(Math.abs(incident.version()) + 1);
        List<TransactWriteItem> writes = new ArrayList<>();
        if (next.isOver()) {
            writes.add(
                    Write.deleteIf(
                            table.name(),
                            Key.openIncident(next.key()),
                            unchanged(incident),
                            seen(incident)));
            writes.add(
                    Write.put(
                            table.name(),
                            IncidentItem.write(Key.endedIncident(next.key(), now), next)
                                    .put("endedAt", now)
                                    .expiring(now.plus(KEPT))));
        } else {
            writes.add(putOpen(incident, next));
        }
        member.ifPresent(one -> {
            Item item = Item.at(Key.member(one.dedupKey(), next.key()));
            item.attributes().putAll(IncidentItem.member(one).attributes());
            writes.add(
                    Write.put(table.name(), item.put("type", "MEMBER").expiring(now.plus(KEPT))));
        });
        return written(writes) ? Optional.of(next) : Optional.empty();
    }

    @Override
    public Optional<Incident> mark(Incident incident) {
        Incident next = incident.versioned(Math.abs(incident.version()) + 1);
        return written(List.of(putOpen(incident, next))) ? Optional.of(next) : Optional.empty();
    }

    private TransactWriteItem putOpen(Incident seen, Incident next) {
        return Write.putIf(
                table.name(),
                IncidentItem.write(Key.openIncident(next.key()), next),
                unchanged(seen),
                seen(seen));
    }

    private static String unchanged(Incident incident) {
        return incident.isNew() ? "attribute_not_exists(pk)" : "version = :seen";
    }

    private static Map<String, AttributeValue> seen(Incident incident) {
        return incident.isNew()
                ? Map.of()
                : Map.of(":seen", AttributeValue.fromN(Long.toString(incident.version())));
    }

    /** Whether nobody wrote the incident meanwhile. */
    private boolean written(List<TransactWriteItem> writes) {
        return switch (transactions.write(writes)) {
            case Transactions.Result.Written() -> true;
            case Transactions.Result.Refused(_) -> false;
            case Transactions.Result.Busy(String why) ->
                    throw new IllegalStateException("an incident could not be written: " + why);
        };
    }

    @Override
    public List<Instant> note(Alert alert, Duration around) {
        table.putIfAbsent(
                Item.at(Key.noted(alert))
                        .put("type", "NOTED")
                        .put("at", alert.at())
                        .expiring(alert.at().plus(NOTED)));
        return table
                .query(
                        Key.incident(alert.dedupKey()).pk(),
                        Key.notedAt(alert.at().minus(around)),
                        Key.notedAt(alert.at().plus(around)) + Key.LAST)
                .stream()
                .map(item -> item.time("at"))
                .toList();
    }

    @Override
    public List<Silence> silences(Instant now) {
        return table.query(Key.SILENCES).stream()
                .map(DynamoIncidentBook::silence)
                .filter(silence -> now.isBefore(silence.until()))
                .toList();
    }

    @Override
    public void silence(Silence silence) {
        Item item =
                Item.at(Key.silence(silence.id()))
                        .put("type", "SILENCE")
                        .put("id", silence.id())
                        .put("matchers", (long) silence.match().size())
                        .put("author", silence.author())
                        .put("reason", silence.reason())
                        .put("from", silence.from())
                        .put("until", silence.until())
                        .expiring(silence.until().plus(KEPT));
        IntStream.range(0, silence.match().size())
                .forEach(i -> item.put("match" + i, silence.match().get(i).toString()));
        table.put(item);
    }

    @Override
    public boolean lift(String id, Instant now) {
        Optional<Silence> there =
                table.get(Key.silence(id))
                        .map(DynamoIncidentBook::silence)
                        .filter(silence -> now.isBefore(silence.until()));
        there.ifPresent(silence -> silence(silence.lifted(now)));
        return there.isPresent();
    }

    private static Silence silence(Item item) {
        return new Silence(
                item.text("id"),
                IntStream.range(0, Math.toIntExact(item.number("matchers")))
                        .mapToObj(i -> Matcher.parse(item.text("match" + i)))
                        .toList(),
                item.text("author"),
                item.text("reason"),
                item.time("from"),
                item.time("until"));
    }
}
