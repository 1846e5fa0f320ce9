package dev.primegate.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A page of a list, by the answer to {@code ListObjectsV2} with keys in URL encoding.
 *
 * @param next where the next one begins; none behind the last
 */
record BucketPage(List<BucketEntry> entries, Optional<String> next) {
    private static final XMLInputFactory XML = factory();
    private static final Set<String> ENTRY = Set.of("Key", "LastModified", "Size");

    static BucketPage read(byte[] body) {
        try {
            List<BucketEntry> entries = new ArrayList<>();
            // The texts of elements by their names: those of an entry, until it ends.
            Map<String, String> texts = new HashMap<>();
            StringBuilder text = new StringBuilder();
            XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                    case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals("Contents")) {
                            entries.add(entry(texts));
                            texts.keySet().removeAll(ENTRY);
                        } else {
                            texts.put(xml.getLocalName(), text.toString());
                        }
                    }
                    default -> {
                        // Comments and the like say nothing.
                    }
                }
            }
            return new BucketPage(List.copyOf(entries), next(texts));
        } catch (XMLStreamException
                | IOException
                | DateTimeParseException
                | NumberFormatException e) {
            throw new UncheckedIOException(new IOException("S3's list cannot be read", e));
        }
    }

    private static Optional<String> next(Map<String, String> texts) throws IOException {
        return switch (wanted(texts, "IsTruncated")) {
            case "true" -> Optional.of(wanted(texts, "NextContinuationToken"));
            case "false" -> Optional.empty();
            default -> throw new IOException("neither the last page nor another");
        };
    }

    private static BucketEntry entry(Map<String, String> fields) throws IOException {
        return new BucketEntry(
                URLDecoder.decode(wanted(fields, "Key"), StandardCharsets.UTF_8),
                Instant.parse(wanted(fields, "LastModified")),
                Long.parseLong(wanted(fields, "Size")));
    }

    private static String wanted(Map<String, String> fields, String name) throws IOException {
        String value = fields.get(name);
        if (value == null) {
            throw new IOException("a list without " + name);
        }
        return value;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
