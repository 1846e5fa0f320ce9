package dev.primegate.statement;

import java.io.StringReader;
import java.time.ZoneId;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what a Flex query of Interactive Brokers answers. A document type is refused before
 * anything of it is looked at, so that no entity is ever opened.
 */
public final class FlexStatements implements StatementReader {
    private final FlexRows rows;
    private final XMLInputFactory factory;

    /**
     * A reader of queries of accounts in one zone.
     *
     * @param zone of the accounts: the times in it do not name theirs
     */
    public FlexStatements(Spellings spellings, ZoneId zone) {
        this.rows = new FlexRows(spellings, zone);
        this.factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // A cash report has about as many as the JDK allows; the size of a file is bounded anyway.
        factory.setProperty("jdk.xml.elementAttributeLimit", "1000");
    }

    @Override
    public Reading read(StatementFile file) {
        try {
            FlexPass pass = new FlexPass(file, rows);
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(file.text()));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new BadFileException("it brings a document type or an entity");
                    case XMLStreamConstants.START_ELEMENT -> pass.element(xml);
                    default -> {}
                }
            }
            return new Reading.Whole(pass.statement());
        } catch (BadFileException | IllegalArgumentException e) {
            return new Reading.Refused(String.valueOf(e.getMessage()));
        } catch (XMLStreamException e) {
            return new Reading.Refused(
                    "it is no whole XML: line %d".formatted(e.getLocation().getLineNumber()));
        }
    }
}
