package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** CSV and XML that only their mappings know. */
class MappedStatementsTest {
    private final StatementReader reader =
            new MappedStatements(List.of(Samples.MAPPING, Samples.XML_MAPPING), Samples.SPELLINGS);

    @Test
    @Proves("J7")
    void rowsAreReadByTheirHeadings() {
        Statement read = Samples.whole(reader.read(file(Samples.MAPPED)));

        assertThat(read.about()).isEqualTo("fills");
        assertThat(read.lines())
                .extracting(
                        line -> ((TradeLine) line).instrument().key(),
                        line -> ((TradeLine) line).side())
                .containsExactly(
                        Tuple.tuple("BTC-USD", Side.BUY), Tuple.tuple("ETH-USD", Side.SELL));
    }

    @Test
    @Proves("X54")
    void aFileWhoseTrailerCountsOtherwiseIsRefused() {
        assertThat(reader.read(file(Samples.MAPPED.replace("END;2", "END;3"))))
                .isEqualTo(new Reading.Refused("it promises 3 rows and has 2"));
        assertThat(reader.read(file(Samples.MAPPED.replace("END;2\n", ""))))
                .isEqualTo(new Reading.Refused("it does not end with END"));
    }

    @Test
    void aWordForNoSideIsSetAside() {
        Statement read = Samples.whole(reader.read(file(Samples.MAPPED.replace(";S;", ";X;"))));

        assertThat(read.lines()).hasSize(1);
        assertThat(read.quarantined())
                .extracting(Statement.Quarantined::reason)
                .containsExactly("unknown side: X");
    }

    @Test
    @Proves("X54")
    void aMappingWhoseFilesCouldBeTornUnseenDoesNotExist() {
        FileMapping good = Samples.MAPPING;
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FileMapping(
                                good.name(),
                                good.fileName(),
                                good.book(),
                                new FileMapping.Layout.Csv(',', Optional.empty()),
                                good.columns(),
                                good.sides(),
                                good.zone()))
                .withMessageContaining("neither a hash nor a trailer");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FileMapping(
                                good.name(),
                                good.fileName(),
                                good.book(),
                                good.layout(),
                                Map.of(),
                                good.sides(),
                                good.zone()));
    }

    @Test
    @Proves("J7")
    void rowsOfXmlAreReadByTheirAttributesAndByWhatStandsBelow() {
        StatementFile file = xml(Samples.MAPPED_XML);

        Statement read = Samples.whole(reader.read(file));

        assertThat(read.quarantined()).isEmpty();
        assertThat(read.lines())
                .extracting(StatementLine::origin, line -> told((TradeLine) line))
                .containsExactly(
                        Tuple.tuple(
                                new Origin("20261120_fills.xml#" + file.hash(), 3),
                                "a1 77 BTC-USD BUY 0.5 64000 USD 2026-11-20"),
                        Tuple.tuple(
                                new Origin("20261120_fills.xml#" + file.hash(), 7),
                                "a2 77 ETH-USD SELL 2 3100.25 USD 2026-11-20"));
    }

    @Test
    @Proves("X54")
    void xmlThatWasCutIsRefusedWhereverItWas() {
        String whole = Samples.MAPPED_XML.stripTrailing();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(reader.read(xml(whole.substring(0, length))))
                    .as("the first %d", length)
                    .isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    @Proves("X54")
    void aRowOfXmlThatCannotBeReadIsSetAside() {
        for (var spoilt :
                Map.of(
                                "Side=\"1\"",
                                "Side=\"3\"",
                                "LastPx=\"64000\" ",
                                "",
                                "<Instrmt Sym=\"BTC/USD\"/>",
                                "<Instrmt Sym=\"BTC/USD\"/><Instrmt Sym=\"ETH/USD\"/>")
                        .entrySet()) {
            String text = Samples.MAPPED_XML.replace(spoilt.getKey(), spoilt.getValue());

            Statement read = Samples.whole(reader.read(xml(text)));

            assertThat(read.lines()).extracting(l -> ((TradeLine) l).id()).containsExactly("a2");
            assertThat(read.quarantined())
                    .extracting(Statement.Quarantined::line)
                    .containsExactly(3L);
        }
    }

    @Test
    @Proves("X55")
    void noEntityIsOpenedAndNoRowIsDeeperThanAnybodyWrites() {
        String deep = "<a>".repeat(20) + "</a>".repeat(20);

        assertThat(reader.read(xml("<!DOCTYPE a SYSTEM 'file:/etc/hosts'>" + "<a/>")))
                .isEqualTo(new Reading.Refused("it brings a document type or an entity"));
        assertThat(reader.read(xml("<x><TrdCaptRpt>" + deep + "</TrdCaptRpt></x>")))
                .isEqualTo(new Reading.Refused("a row of it is deeper than 16"));
    }

    private static String told(TradeLine line) {
        return String.join(
                " ",
                line.id(),
                line.account(),
                line.instrument().key(),
                line.side().name(),
                line.quantity().toString(),
                line.price().toString(),
                line.currency().code(),
                line.days().traded().toString());
    }

    private static StatementFile xml(String text) {
        return Samples.file("20261120_fills.xml", text);
    }

    private static StatementFile file(String text) {
        return Samples.file("20261120_fills.csv", text);
    }
}
