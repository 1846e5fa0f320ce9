package dev.primegate.dynamodb;

import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.Incident.Acknowledgement;
import dev.primegate.alert.routing.Labels;
import dev.primegate.alert.routing.Member;
import dev.primegate.alert.routing.Telling;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Incidents, their members and who knows of them, as items. */
final class IncidentItem {
    private IncidentItem() {}

    static Item write(Key key, Incident incident) {
        Item item =
                Item.at(key)
                        .put("type", "INCIDENT")
                        .put("incident", incident.key())
                        .put("route", incident.route())
                        .put("since", incident.since())
                        .put("firing", incident.firingCount())
                        .put("change", incident.change())
                        .put("version", incident.version());
        item.attributes().put("sample", maps(incident.sample(), IncidentItem::member));
        item.attributes().put("tellings", maps(incident.tellings(), IncidentItem::telling));
        incident.acknowledgement()
                .ifPresent(
                        by -> item.put("acknowledgedBy", by.by()).put("acknowledgedAt", by.at()));
        return item;
    }

    static Incident read(Item item) {
        return new Incident(
                item.text("incident"),
                item.text("route"),
                item.time("since"),
                item.number("firing"),
                read(item, "sample", IncidentItem::readMember),
                read(item, "tellings", IncidentItem::readTelling),
                item.number("change"),
                item.optionalText("acknowledgedBy")
                        .map(by -> new Acknowledgement(by, item.time("acknowledgedAt"))),
                item.number("version"));
    }

    /** All of {@code member}'s attributes. */
    static Item member(Member member) {
        return new Item(new HashMap<>())
                .put("dedupKey", member.dedupKey())
                .put("labels", member.labels().values())
                .put("severity", member.severity().name())
                .put("summary", member.summary())
                .put("firing", member.firing())
                .put("since", member.since())
                .put("lastAt", member.lastAt())
                .put("lastId", member.lastId())
                .put("count", member.count());
    }

    static Member readMember(Item item) {
        return new Member(
                item.text("dedupKey"),
                new Labels(item.map("labels")),
                Severity.valueOf(item.text("severity")),
                item.text("summary"),
                item.flag("firing"),
                item.time("since"),
                item.time("lastAt"),
                item.text("lastId"),
                item.number("count"));
    }

    private static Item telling(Telling telling) {
        return new Item(new HashMap<>())
                .put("open", telling.open())
                .put("acknowledged", telling.acknowledged())
                .put("change", telling.change())
                .put("at", telling.at())
                .put("failures", telling.failures())
                .put("unanswered", telling.unanswered())
                .put("notBefore", telling.notBefore())
                .putText("reference", telling.reference());
    }

    private static Telling readTelling(Item item) {
        return new Telling(
                item.flag("open"),
                item.flag("acknowledged"),
                item.number("change"),
                item.time("at"),
                Math.toIntExact(item.number("failures")),
                unanswered(item),
                item.time("notBefore"),
                item.optionalText("reference"));
    }

    /** Incidents that were open before this was counted do not say. */
    private static int unanswered(Item item) {
        return item.attributes().containsKey("unanswered")
                ? Math.toIntExact(item.number("unanswered"))
                : 0;
    }

    private static <T> AttributeValue maps(SortedMap<String, T> values, Function<T, Item> write) {
        Map<String, AttributeValue> maps = new HashMap<>();
        values.forEach((key, value) ->
                maps.put(key, AttributeValue.fromM(write.apply(value).attributes())));
        return AttributeValue.fromM(maps);
    }

    private static <T> SortedMap<String, T> read(Item item, String name, Function<Item, T> read) {
        SortedMap<String, T> values = new TreeMap<>();
        AttributeValue maps = item.attributes().get(name);
        if (maps != null) {
            maps.m().forEach((key, value) -> values.put(key, read.apply(new Item(value.m()))));
        }
        return values;
    }
}
