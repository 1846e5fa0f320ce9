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
import dev.primegate.statement.CsvMapping;
import dev.primegate.statement.FlexStatements;
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
                            case FLEX -> new FlexStatements(spellings, dates(broker).zone());
                            case CSV ->
                                    new MappedStatements(
                                            files.mappings().stream()
                                                    .map(m -> mapping(broker, m))
                                                    .toList(),
                                            spellings);
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
                            // A query has the sections that whoever set it up asked for.
                            case FLEX -> book != Statement.Book.CASH;
                            case CSV -> book != Statement.Book.CASH || maps(files, book);
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

    private CsvMapping mapping(BrokerId broker, BooksConfig.Mapping m) {
        return new CsvMapping(
                m.name(),
                Pattern.compile(m.fileName()),
                m.book(),
                m.separator(),
                m.columns(),
                m.sides(),
                m.trailer(),
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
