package dev.primegate.reconcile;

import dev.primegate.comparison.TradeRules;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.settlement.BusinessDays;
import dev.primegate.settlement.Calendars;
import dev.primegate.settlement.Market;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.ClearStreetStatements;
import dev.primegate.statement.FileMapping;
import dev.primegate.statement.FileMapping.Layout;
import dev.primegate.statement.FlexStatements;
import dev.primegate.statement.JsonStatements;
import dev.primegate.statement.MappedStatements;
import dev.primegate.statement.Spellings;
import dev.primegate.statement.Statement;
import dev.primegate.statement.StatementReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each broker's books are like, as configured. */
@Singleton
class BookTerms {
    private final BooksConfig config;
    private final SymbolMaster symbols;
    private final Calendars calendars = Calendars.standard();

    BookTerms(BooksConfig config, SymbolMaster symbols) {
        this.config = config;
        this.symbols = symbols;
    }

    TradeDates dates(BrokerId broker) {
        return of(broker)
                .map(b -> new TradeDates(b.zone(), b.rollsAt(), false))
                .orElse(TradeDates.UTC);
    }

    Optional<Market> market(BrokerId broker) {
        return of(broker).flatMap(BooksConfig.Broker::market);
    }

    /** We date as the broker does: a trade has one date, and its clock is known. */
    TradeRules rules(BrokerId broker, LocalDate day) {
        return new TradeRules(
                day,
                of(broker).map(b -> Decimal10.exactly(b.priceRounding())).orElse(Decimal10.ZERO),
                of(broker).map(b -> Decimal10.exactly(b.feeTolerance())).orElse(Decimal10.ZERO),
                dates(broker),
                dates(broker),
                Decimal10.exactly(config.highStake()));
    }

    /** The days that have ended by the broker's clock, as many as are looked at, latest first. */
    List<LocalDate> ended(BrokerId broker, Instant now) {
        LocalDate today = dates(broker).of(now);
        return Stream.iterate(today.minusDays(1), day -> day.minusDays(1))
                .limit(config.days())
                .toList();
    }

    /** When {@code day} ends by the broker's clock. */
    Instant end(BrokerId broker, LocalDate day) {
        TradeDates dates = dates(broker);
        LocalDate last = dates.rollsAt().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return last.atTime(dates.rollsAt()).atZone(dates.zone()).toInstant();
    }

    /** Who reads its files; none if they are not to be read. */
    Optional<StatementReader> reader(BrokerId broker) {
        if (config.folder().isEmpty() && config.bucket().isEmpty()) {
            return Optional.empty();
        }
        Spellings spellings = new Spellings(broker, symbols);
        return files(broker)
                .map(files ->
                        switch (files.format()) {
                            case CLEAR_STREET ->
                                    new ClearStreetStatements(files.level(), spellings);
                            case COINBASE_PRIME ->
                                    JsonStatements.ofCoinbasePrime(spellings, dates(broker));
                            case FALCONX -> JsonStatements.ofFalconX(spellings, dates(broker));
                            case FLEX -> new FlexStatements(spellings, dates(broker).zone());
                            case CSV -> mapped(broker, files, spellings, BookTerms::csv);
                            case XML -> mapped(broker, files, spellings, BookTerms::xml);
                        });
    }

    /** Until when the files of {@code day} must be there; none if there are to be none. */
    Optional<Instant> due(BrokerId broker, LocalDate day) {
        return files(broker)
                .filter(files -> days(files).map(open -> open.contains(day)).orElse(true))
                .map(files -> end(broker, day).plus(files.within()));
    }

    /** Whether a day's files are to have {@code book}: what nobody promised is never late. */
    boolean sends(BrokerId broker, Statement.Book book) {
        return files(broker)
                .filter(files ->
                        switch (files.format()) {
                            case CLEAR_STREET -> true;
                            // What whoever saves answers saves beside the trades.
                            case COINBASE_PRIME, FALCONX -> book == Statement.Book.TRADES;
                            // A query has the sections that whoever set it up asked for.
                            case FLEX -> book != Statement.Book.CASH;
                            case CSV, XML -> book != Statement.Book.CASH || maps(files, book);
                        })
                .isPresent();
    }

    /** Whether its balances are of all it keeps: coins beside money, none left out. */
    boolean countsCoins(BrokerId broker) {
        return files(broker)
                .filter(files ->
                        switch (files.format()) {
                            case COINBASE_PRIME, FALCONX -> true;
                            case CLEAR_STREET, FLEX, CSV, XML -> false;
                        })
                .isPresent();
    }

    private static boolean maps(BooksConfig.Files files, Statement.Book book) {
        return files.mappings().stream().anyMatch(mapping -> mapping.book() == book);
    }

    /** By which date its live balances of money count, if somebody said so. */
    Optional<BooksConfig.CashBy> liveCash(BrokerId broker) {
        return of(broker).flatMap(BooksConfig.Broker::liveCash);
    }

    Duration inFlight() {
        return config.inFlight();
    }

    private Optional<BusinessDays> days(BooksConfig.Files files) {
        return files.calendar()
                .map(name ->
                        calendars
                                .find(name)
                                .orElseThrow(() ->
                                        new IllegalArgumentException("no calendar of " + name)));
    }

    private MappedStatements mapped(
            BrokerId broker,
            BooksConfig.Files files,
            Spellings spellings,
            Function<BooksConfig.Mapping, Layout> layout) {
        return new MappedStatements(
                files.mappings().stream().map(m -> mapping(broker, m, layout.apply(m))).toList(),
                spellings);
    }

    private static Layout csv(BooksConfig.Mapping m) {
        return new Layout.Csv(m.separator(), m.trailer());
    }

    private static Layout xml(BooksConfig.Mapping m) {
        return new Layout.Xml(
                m.row()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the mapping %s of XML names no row".formatted(m.name()))));
    }

    private FileMapping mapping(BrokerId broker, BooksConfig.Mapping m, Layout layout) {
        return new FileMapping(
                m.name(),
                Pattern.compile(m.fileName()),
                m.book(),
                layout,
                m.columns(),
                m.sides(),
                of(broker).map(BooksConfig.Broker::zone).orElse(ZoneOffset.UTC));
    }

    private Optional<BooksConfig.Files> files(BrokerId broker) {
        return of(broker).flatMap(BooksConfig.Broker::files);
    }

    private Optional<BooksConfig.Broker> of(BrokerId broker) {
        Map<String, BooksConfig.Broker> brokers = config.brokers();
        return Optional.ofNullable(brokers.get(broker.name()));
    }
}
