package dev.primegate.statement;

import java.time.ZoneId;

/** Reads what a Flex query of Interactive Brokers answers. */
public final class FlexStatements implements StatementReader {
    private final FlexRows rows;

    /**
     * A reader of queries of accounts in one zone.
     *
     * @param zone of the accounts: the times in it do not name theirs
     */
    public FlexStatements(Spellings spellings, ZoneId zone) {
        this.rows = new FlexRows(spellings, zone);
    }

    @Override
    public Reading read(StatementFile file) {
        try {
            FlexPass pass = new FlexPass(file, rows);
            XmlText.each(
                    file.text(),
                    xml -> {
                        if (xml.isStartElement()) {
                            pass.element(xml);
                        }
                    });
            return new Reading.Whole(pass.statement());
        } catch (BadFileException | IllegalArgumentException e) {
            return new Reading.Refused(String.valueOf(e.getMessage()));
        }
    }
}
