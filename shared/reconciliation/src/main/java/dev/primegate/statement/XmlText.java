package dev.primegate.statement;

import java.io.StringReader;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML event by event. A document type is refused before anything of it is looked at, so that
 * no entity is ever opened.
 */
final class XmlText {
    private XmlText() {}

    /** Hands over each event; text that is no whole XML throws {@link BadFileException}. */
    static void each(String text, Consumer<XMLStreamReader> events) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new BadFileException("it brings a document type or an entity");
                    default -> events.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new BadFileException(
                    "it is no whole XML: line %d".formatted(e.getLocation().getLineNumber()), e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // A text that comes in two pieces would be two fields.
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // A cash report has about as many as the JDK allows; the size of a file is bounded anyway.
        factory.setProperty("jdk.xml.elementAttributeLimit", "1000");
        return factory;
    }
}
