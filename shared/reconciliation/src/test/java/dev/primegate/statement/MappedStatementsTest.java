package dev.primegate.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CSV that only its mapping knows. */
class MappedStatementsTest {
    private final StatementReader reader =
            new MappedStatements(List.of(Samples.MAPPING), Samples.SPELLINGS);

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
                        org.assertj.core.groups.Tuple.tuple("BTC-USD", Side.BUY),
                        org.assertj.core.groups.Tuple.tuple("ETH-USD", Side.SELL));
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
        CsvMapping good = Samples.MAPPING;
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CsvMapping(
                                good.name(),
                                good.fileName(),
                                good.book(),
                                good.separator(),
                                good.columns(),
                                good.sides(),
                                Optional.empty(),
                                good.zone()))
                .withMessageContaining("neither a hash nor a trailer");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CsvMapping(
                                good.name(),
                                good.fileName(),
                                good.book(),
                                good.separator(),
                                Map.of(),
                                good.sides(),
                                good.trailer(),
                                good.zone()));
    }

    private static StatementFile file(String text) {
        return Samples.file("20261120_fills.csv", text);
    }
}
