package dev.primegate.statement;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes rows of the elements of one name. The fields of a row are its attributes, and those of the
 * elements below it, under their path: {@code Instrmt/Sym}. A field that stands twice in a row is
 * none that may be asked for.
 */
final class XmlRows implements Consumer<XMLStreamReader> {
    private static final int DEEPEST = 16;

    private final String name;
    private final Taker taker;
    private final Deque<String> path = new ArrayDeque<>();
    private Map<String, String> fields = new HashMap<>();
    private Set<String> doubled = new HashSet<>();
    private long line;

    XmlRows(String name, Taker taker) {
        this.name = name;
        this.taker = taker;
    }

    /** Takes in a row by the line it begins at. */
    @FunctionalInterface
    interface Taker {
        void take(long line, Fields row);
    }

    @Override
    public void accept(XMLStreamReader xml) {
        switch (xml.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (path.size() > 1 && !xml.isWhiteSpace()) {
                    put(path.getLast(), xml.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {}
        }
    }

    private void begin(XMLStreamReader xml) {
        if (path.isEmpty()) {
            if (!xml.getLocalName().equals(name)) {
                return;
            }
            fields = new HashMap<>();
            doubled = new HashSet<>();
            line = xml.getLocation().getLineNumber();
            path.add("");
        } else if (path.size() == DEEPEST) {
            throw new BadFileException("a row of it is deeper than %d".formatted(DEEPEST));
        } else {
            path.add(below(xml.getLocalName()));
        }
        for (int place = 0; place < xml.getAttributeCount(); place++) {
            put(below(xml.getAttributeLocalName(place)), xml.getAttributeValue(place));
        }
    }

    private void end() {
        if (path.pollLast() != null && path.isEmpty()) {
            Map<String, String> row = fields;
            Set<String> twice = doubled;
            taker.take(line, new Fields(field -> find(row, twice, field)));
        }
    }

    private String below(String field) {
        String last = path.getLast();
        return last.isEmpty() ? field : last + "/" + field;
    }

    private void put(String field, String text) {
        if (fields.put(field, text) != null) {
            doubled.add(field);
        }
    }

    private static Optional<String> find(Map<String, String> row, Set<String> twice, String field) {
        if (twice.contains(field)) {
            throw new IllegalArgumentException(field + " stands twice");
        }
        return Optional.ofNullable(row.get(field));
    }
}
