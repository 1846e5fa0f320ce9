package dev.primegate.statement;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Digest;
import dev.primegate.order.Side;
import dev.primegate.statement.CsvMapping.Field;
import dev.primegate.statement.Statement.Book;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Good files, by the brokers' descriptions, with names and figures of nobody. */
final class Samples {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Spellings SPELLINGS =
            new Spellings(new BrokerId("clear-street"), SymbolMaster.standard());

    static final String TRADE_HEADING =
            "Date,Org Name,Entity Name,Account ID,Account Name,Account Full Name,Client Trade ID,"
                    + "Trade ID,Trade Date,Settle Date,Action,Side,Side Qualifier,Quantity,"
                    + "Instrument Name,Description,Instrument Type,Cusip,Isin,Sedol,Price,Currency,"
                    + "Gross Amount,Fee Bill,Fee Commission,Fee Ftt,Fee Local Tax,Fee PtmLevy,"
                    + "Fee Sec,Fee Taf,Net Amount,Fee ORF,Open/Close Indicator";

    static final String TRADES =
            TRADE_HEADING
                    + "\n"
                    + trade("T-1", "insert", "buy", "", "100", "AAPL", "187.25")
                    + trade("T-2", "insert", "sell", "short", "40", "MSFT", "410.5")
                    + trade("T-3", "cancel", "sell", "", "7", "SPY", "598.01");

    static final String POSITIONS =
            "Date,Org Name,Account ID,Instrument Name,Description,Currency,"
                    + "Previous TD Quantity,Today TD Quantity,Closing Price,Today SD Quantity\n"
                    + "20261120,fund,100098,AAPL,\"Apple, Inc.\",USD,0,100,187.3,0\n"
                    + "20261120,fund,100098,MSFT,Microsoft,USD,0,-40,410.2,-40\n";

    static final String FLEX =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <FlexQueryResponse queryName="daily" type="AF">
              <FlexStatements count="1">
                <FlexStatement accountId="U1" fromDate="2026-11-20" toDate="2026-11-20">
                  <Trades>
                    <Trade accountId="U1" currency="USD" symbol="AAPL" tradeID="11"
                      ibExecID="0000e0d5.1" ibOrderID="7" dateTime="2026-11-20;205900"
                      tradeDate="2026-11-20" settleDateTarget="2026-11-23" buySell="SELL"
                      quantity="-4" tradePrice="187.25" ibCommission="-1.24"
                      ibCommissionCurrency="USD" levelOfDetail="EXECUTION"/>
                    <Trade accountId="U1" symbol="AAPL" levelOfDetail="ORDER"/>
                    <Trade accountId="U1" currency="USD" symbol="MSFT" tradeID="12"
                      dateTime="2026-11-20;101500" buySell="BUY (Ca.)" quantity="3" price="410"/>
                  </Trades>
                  <OpenPositions>
                    <OpenPosition accountId="U1" symbol="AAPL" position="96"
                      levelOfDetail="SUMMARY"/>
                  </OpenPositions>
                  <CashReport>
                    <CashReportCurrency accountId="U1" currency="BASE_SUMMARY" endingCash="9"/>
                    <CashReportCurrency accountId="U1" currency="USD"
                      endingCash="1000.123456789012" endingSettledCash="250"/>
                  </CashReport>
                  <CashTransactions>
                    <CashTransaction accountId="U1" currency="USD" dateTime="2026-11-20"
                      type="Dividends" description="AAPL" symbol="AAPL" amount="24.5"/>
                  </CashTransactions>
                </FlexStatement>
              </FlexStatements>
            </FlexQueryResponse>
            """;

    static final String MAPPED =
            """
            ref;acct;pair;way;qty;px;ccy;day
            a1;77;BTC/USD;B;0.5;64000;USD;20261120
            a2;77;ETH/USD;S;2;3100.25;USD;20261120
            END;2
            """;

    static final CsvMapping MAPPING =
            new CsvMapping(
                    "fills",
                    Pattern.compile("(?<day>\\d{8})_fills\\.csv"),
                    Book.TRADES,
                    ';',
                    Map.of(
                            Field.ID, "ref",
                            Field.ACCOUNT, "acct",
                            Field.INSTRUMENT, "pair",
                            Field.SIDE, "way",
                            Field.QUANTITY, "qty",
                            Field.PRICE, "px",
                            Field.CURRENCY, "ccy",
                            Field.TRADE_DATE, "day"),
                    Map.of("B", Side.BUY, "S", Side.SELL),
                    Optional.of("END"),
                    NEW_YORK);

    private Samples() {}

    static String trade(
            String id,
            String action,
            String side,
            String qualifier,
            String quantity,
            String symbol,
            String price) {
        return String.join(
                        ",",
                        List.of(
                                "20261120,fund,fund.4,100098,fund.4.98,The Fund",
                                "C" + id,
                                id,
                                "20261120,20261123",
                                action,
                                side,
                                qualifier,
                                quantity,
                                symbol,
                                "\"A, name\",Common Equity,037833100,US0378331005,2046251",
                                price,
                                "USD,0,0,1.5,0,0,0,.4,0,0,0.1,Open"))
                + "\n";
    }

    /** As Clear Street would name it. */
    static StatementFile clearStreet(String level, String activity, String text) {
        byte[] bytes = bytes(text);
        return new StatementFile(
                "20261120_%s_fund.4.98.th-fnd_%s_%s.csv"
                        .formatted(
                                level,
                                activity,
                                Digest.hexOf(bytes).toUpperCase(java.util.Locale.ROOT)),
                bytes);
    }

    static StatementFile file(String name, String text) {
        return new StatementFile(name, bytes(text));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Statement whole(Reading reading) {
        if (reading instanceof Reading.Whole(Statement statement)) {
            return statement;
        }
        throw new AssertionError(reading.toString());
    }
}
