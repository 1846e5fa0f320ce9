package dev.primegate.statement;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Digest;
import dev.primegate.order.Side;
import dev.primegate.statement.FileMapping.Field;
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

    static final String PRIME_TRADES =
            """
            {"fills": [
              {"id": "f-1", "order_id": "o-1", "product_id": "BTC-USD", "side": "BUY",
               "filled_quantity": "0.5", "filled_value": "32000", "price": "64000",
               "time": "2026-11-20T10:00:00.123Z", "commission": "3.2",
               "commission_detail_total": {"total_commission": "3.2"}},
              {"id": "f-2", "order_id": "o-1", "product_id": "BTC-USD", "side": "BUY",
               "filled_quantity": "0.00000001", "price": "64000.01",
               "time": "2026-11-20T10:00:01Z", "commission": null}],
             "pagination": {"next_cursor": "c", "sort_direction": "ASC", "has_next": true}}
            {"fills": [
              {"id": "f-3", "order_id": "o-2", "product_id": "ETH-USD", "side": "SELL",
               "filled_quantity": "2", "price": "3100.25", "time": "2026-11-20T23:59:59Z"}],
             "pagination": {"next_cursor": "", "sort_direction": "ASC", "has_next": false}}
            """;

    static final String PRIME_BALANCES =
            """
            {"balances": [
              {"symbol": "USD", "amount": "1000.25", "holds": "10", "fiat_amount": "1000.25"},
              {"symbol": "BTC", "amount": "0.123456789", "holds": "0"}],
             "type": "TOTAL_BALANCES", "trading_balances": {"total": "9", "holds": "1"}}
            """;

    static final String FALCONX_TRADES =
            """
            [{"status": "success", "fx_quote_id": "q-1", "buy_price": 60012.5,
              "token_pair": {"base_token": "BTC", "quote_token": "USD"},
              "quantity_requested": {"token": "BTC", "value": 1.2300000000000000711},
              "t_quote": "2026-11-20T10:00:00.25+00:00", "is_filled": true,
              "side_executed": "buy", "price_executed": 60012.50000000001,
              "t_execute": "2026-11-20T10:00:01+00:00", "gross_fee_usd": 1.5e0,
              "rebate_usd": "0.5", "warnings": [{"code": "w"}], "error": null},
             {"status": "success", "fx_quote_id": "q-2", "is_filled": false,
              "t_execute": null, "price_executed": null},
             {"status": "success", "fx_quote_id": "q-3", "sell_price": "3100.25",
              "token_pair": {"base_token": "ETH", "quote_token": "USD"},
              "quantity_requested": {"token": "ETH", "value": "2"},
              "t_quote": "2026-11-20T11:00:00+00:00", "is_filled": true,
              "side_executed": "sell", "fee_usd": 0}]
            """;

    static final String FALCONX_BALANCES =
            """
            [{"balance": 0.5, "token": "BTC", "platform": "browser"},
             {"balance": -1.25, "token": "BTC", "platform": "api"},
             {"balance": "187.624207", "token": "USD", "platform": "margin"}]
            """;

    static final String MAPPED =
            """
            ref;acct;pair;way;qty;px;ccy;day
            a1;77;BTC/USD;B;0.5;64000;USD;20261120
            a2;77;ETH/USD;S;2;3100.25;USD;20261120
            END;2
            """;

    /** As FIXML has it: all is attributes, some of elements below. */
    static final String MAPPED_XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <FIXML xmlns="http://www.fixprotocol.org/FIXML-5-0"><Batch>
              <TrdCaptRpt RptID="a1" LastQty="0.5" LastPx="64000" Ccy="USD" TrdDt="2026-11-20">
                <Instrmt Sym="BTC/USD"/>
                <RptSide Side="1"><Pty ID="77" R="24"/></RptSide>
              </TrdCaptRpt>
              <TrdCaptRpt RptID="a2" LastQty="2" LastPx="3100.25" Ccy="USD" TrdDt="2026-11-20">
                <Instrmt><Sym>ETH<![CDATA[/USD]]></Sym></Instrmt>
                <RptSide Side="2"><Pty ID="77" R="24"/></RptSide>
              </TrdCaptRpt>
            </Batch></FIXML>
            """;

    static final FileMapping MAPPING =
            mapping(
                    "csv",
                    new FileMapping.Layout.Csv(';', Optional.of("END")),
                    List.of("ref", "acct", "pair", "way", "qty", "px", "ccy", "day"),
                    Map.of("B", Side.BUY, "S", Side.SELL));

    static final FileMapping XML_MAPPING =
            mapping(
                    "xml",
                    new FileMapping.Layout.Xml("TrdCaptRpt"),
                    List.of(
                            "RptID",
                            "RptSide/Pty/ID",
                            "Instrmt/Sym",
                            "RptSide/Side",
                            "LastQty",
                            "LastPx",
                            "Ccy",
                            "TrdDt"),
                    Map.of("1", Side.BUY, "2", Side.SELL));

    private Samples() {}

    static FileMapping mapping(
            String suffix,
            FileMapping.Layout layout,
            List<String> columns,
            Map<String, Side> sides) {
        return new FileMapping(
                "fills",
                Pattern.compile("(?<day>\\d{8})_fills\\." + suffix),
                Book.TRADES,
                layout,
                Map.of(
                        Field.ID, columns.get(0),
                        Field.ACCOUNT, columns.get(1),
                        Field.INSTRUMENT, columns.get(2),
                        Field.SIDE, columns.get(3),
                        Field.QUANTITY, columns.get(4),
                        Field.PRICE, columns.get(5),
                        Field.CURRENCY, columns.get(6),
                        Field.TRADE_DATE, columns.get(7)),
                sides,
                NEW_YORK);
    }

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
