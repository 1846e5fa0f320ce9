package dev.primegate.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.Digest;
import dev.primegate.order.Side;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.ClearStreetStatements;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.DayFiles;
import dev.primegate.statement.FileMapping;
import dev.primegate.statement.FileMapping.Field;
import dev.primegate.statement.FlexStatements;
import dev.primegate.statement.FolderStatements;
import dev.primegate.statement.JsonStatements;
import dev.primegate.statement.MappedStatements;
import dev.primegate.statement.Spellings;
import dev.primegate.statement.Statement.Book;
import dev.primegate.statement.StatementReader;
import dev.primegate.statement.TradeLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form of a file, packed in every way, from a folder and from a bucket: the same lines. */
class StatementJourneyTest {
    private static final BrokerId BROKER = new BrokerId("clear-street");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant AT = Instant.parse("2026-11-21T03:00:00Z");
    private static final Spellings SPELLINGS = new Spellings(BROKER, SymbolMaster.standard());
    private static final String PLACE = BROKER.name() + "/" + DAY + "/";

    @TempDir Path folder;
    private BucketServer server;

    /** What is read, with two trades in it. */
    enum Form {
        CLEAR_STREET(
                """
                Date,Org Name,Entity Name,Account ID,Account Name,Account Full Name,Client Trade ID,\
                Trade ID,Trade Date,Settle Date,Action,Side,Side Qualifier,Quantity,Instrument Name,\
                Description,Instrument Type,Cusip,Isin,Sedol,Price,Currency,Gross Amount,Fee Bill,\
                Fee Commission,Fee Ftt,Fee Local Tax,Fee PtmLevy,Fee Sec,Fee Taf,Net Amount,Fee ORF,\
                Open/Close Indicator
                20261120,fund,fund.4,100098,fund.4.98,Fund,CT-1,T-1,20261120,20261123,insert,buy,,100,\
                AAPL,Apple,Common Equity,,,,187.25,USD,0,0,0,0,0,0,0,0,0,0,Open
                20261120,fund,fund.4,100098,fund.4.98,Fund,CT-2,T-2,20261120,20261123,insert,sell,,40,\
                MSFT,Microsoft,Common Equity,,,,410.5,USD,0,0,0,0,0,0,0,0,0,0,Open
                """) {
            @Override
            String file() {
                return "20261120_account_fund.4.98.th-fnd_trade_%s.csv"
                        .formatted(Digest.hexOf(content()).toUpperCase(Locale.ROOT));
            }

            @Override
            StatementReader reader() {
                return new ClearStreetStatements("account", SPELLINGS);
            }
        },
        FLEX(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <FlexQueryResponse queryName="daily" type="AF"><FlexStatements count="1">
                <FlexStatement accountId="U1" fromDate="2026-11-20" toDate="2026-11-20"><Trades>
                <Trade accountId="U1" currency="USD" symbol="AAPL" tradeID="T-1"
                  dateTime="2026-11-20;101500" tradeDate="2026-11-20" buySell="BUY" quantity="100"
                  tradePrice="187.25" levelOfDetail="EXECUTION"/>
                <Trade accountId="U1" currency="USD" symbol="MSFT" tradeID="T-2"
                  dateTime="2026-11-20;101600" tradeDate="2026-11-20" buySell="SELL" quantity="-40"
                  tradePrice="410.5" levelOfDetail="EXECUTION"/>
                </Trades></FlexStatement></FlexStatements></FlexQueryResponse>
                """) {
            @Override
            String file() {
                return "daily.xml";
            }

            @Override
            StatementReader reader() {
                return new FlexStatements(SPELLINGS, ZoneOffset.UTC);
            }
        },
        COINBASE_PRIME(
                """
                {"fills": [{"id": "T-1", "order_id": "O-1", "product_id": "AAPL", "side": "BUY",
                  "filled_quantity": "100", "price": "187.25", "time": "2026-11-20T10:15:00Z"}],
                 "pagination": {"has_next": true}}
                {"fills": [{"id": "T-2", "order_id": "O-2", "product_id": "MSFT", "side": "SELL",
                  "filled_quantity": "40", "price": "410.5", "time": "2026-11-20T10:16:00Z"}],
                 "pagination": {"has_next": false}}
                """) {
            @Override
            String file() {
                return "20261120_portfolio-1_trades.json";
            }

            @Override
            StatementReader reader() {
                return JsonStatements.ofCoinbasePrime(SPELLINGS, TradeDates.UTC);
            }
        },
        FALCONX(
                """
                [{"status": "success", "fx_quote_id": "T-1", "is_filled": true,
                  "token_pair": {"base_token": "BTC", "quote_token": "USD"},
                  "quantity_requested": {"token": "BTC", "value": 100.0},
                  "side_executed": "buy", "price_executed": 187.25,
                  "t_execute": "2026-11-20T10:15:00+00:00"},
                 {"status": "success", "fx_quote_id": "T-2", "is_filled": true,
                  "token_pair": {"base_token": "ETH", "quote_token": "USD"},
                  "quantity_requested": {"token": "ETH", "value": "40"},
                  "side_executed": "sell", "price_executed": "410.5",
                  "t_execute": "2026-11-20T10:16:00+00:00"}]
                """) {
            @Override
            String file() {
                return "20261120_desk_trades.json";
            }

            @Override
            StatementReader reader() {
                return JsonStatements.ofFalconX(SPELLINGS, TradeDates.UTC);
            }

            @Override
            List<String> trades() {
                return List.of("T-1 BTC-USD BUY 100 187.25", "T-2 ETH-USD SELL 40 410.5");
            }
        },
        MAPPED(
                """
                ref;acct;pair;way;qty;px;ccy;day
                T-1;77;AAPL;B;100;187.25;USD;20261120
                T-2;77;MSFT;S;40;410.5;USD;20261120
                END;2
                """) {
            @Override
            String file() {
                return "20261120_fills.csv";
            }

            @Override
            StatementReader reader() {
                return mapped(new FileMapping.Layout.Csv(';', Optional.of("END")));
            }
        },
        MAPPED_XML(
                """
                <report><fill ref="T-1" day="20261120"><acct>77</acct><pair>AAPL</pair>
                <way>B</way><qty>100</qty><px>187.25</px><ccy>USD</ccy></fill>
                <fill ref="T-2" day="20261120"><acct>77</acct><pair>MSFT</pair>
                <way>S</way><qty>40</qty><px>410.5</px><ccy>USD</ccy></fill></report>
                """) {
            @Override
            String file() {
                return "20261120_fills.xml";
            }

            @Override
            StatementReader reader() {
                return mapped(new FileMapping.Layout.Xml("fill"));
            }
        };

        private final String text;

        Form(String text) {
            this.text = text;
        }

        byte[] content() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        abstract String file();

        abstract StatementReader reader();

        List<String> trades() {
            return List.of("T-1 AAPL BUY 100 187.25", "T-2 MSFT SELL 40 410.5");
        }

        private static StatementReader mapped(FileMapping.Layout layout) {
            return new MappedStatements(
                    List.of(
                            new FileMapping(
                                    "fills",
                                    Pattern.compile("(?<day>\\d{8})_fills\\.(csv|xml)"),
                                    Book.TRADES,
                                    layout,
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
                                    ZoneOffset.UTC)),
                    SPELLINGS);
        }
    }

    @BeforeEach
    void open() throws IOException {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        server = new BucketServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachFormIsReadFromAFolderAndFromABucketHoweverItIsPacked(Form form) throws IOException {
        for (var file :
                Map.of(
                                form.file(),
                                form.content(),
                                form.file() + ".gz",
                                gzip(form),
                                "all.zip",
                                zip(form))
                        .entrySet()) {
            assertThat(trades(fromFolder(form, file.getKey(), file.getValue())))
                    .as("%s of a folder", file.getKey())
                    .isEqualTo(form.trades());
            assertThat(trades(fromBucket(form, file.getKey(), file.getValue())))
                    .as("%s of a bucket", file.getKey())
                    .isEqualTo(form.trades());
        }
    }

    /** Of nine bytes in ten nothing counts: neither from a folder nor from a bucket. */
    @ParameterizedTest
    @EnumSource
    void aTornFileCountsNothingWhereverItLies(Form form) throws IOException {
        byte[] whole = form.content();
        byte[] torn = Arrays.copyOf(whole, whole.length * 9 / 10);

        for (DayBooks books :
                List.of(fromFolder(form, form.file(), torn), fromBucket(form, form.file(), torn))) {
            assertThat(books.refused()).extracting(DayBooks.Refusal::file).hasSize(1);
            assertThat(books.statements()).isEmpty();
        }
    }

    private DayBooks fromFolder(Form form, String name, byte[] content) throws IOException {
        Path root = Files.createTempDirectory(folder, "statements");
        Path there = Files.createDirectories(root.resolve(PLACE));
        Files.write(there.resolve(name), content);
        return read(new DayFiles(new FolderStatements(root), clock()), form);
    }

    private DayBooks fromBucket(Form form, String name, byte[] content) {
        server.objects().clear();
        server.put("statements/" + PLACE + name, content, AT);
        return read(
                new DayFiles(
                        new BucketStatements(
                                new Bucket(
                                        new BucketAddress("desk", Optional.of(server.address())),
                                        length -> {})),
                        clock()),
                form);
    }

    private static DayBooks read(DayFiles files, Form form) {
        return files.read(BROKER, DAY, form.reader());
    }

    private static Clock clock() {
        return Clock.fixed(AT, ZoneOffset.UTC);
    }

    private static List<String> trades(DayBooks books) {
        return books.lines(TradeLine.class).stream()
                .map(line ->
                        "%s %s %s %s %s"
                                .formatted(
                                        line.id(),
                                        line.instrument().key(),
                                        line.side(),
                                        line.quantity(),
                                        line.price()))
                .toList();
    }

    private static byte[] gzip(Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(form.content());
        }
        return out.toByteArray();
    }

    private static byte[] zip(Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(form.file()));
            zip.write(form.content());
        }
        return out.toByteArray();
    }
}
