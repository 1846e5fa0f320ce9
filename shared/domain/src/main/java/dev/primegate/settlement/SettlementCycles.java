package dev.primegate.settlement;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When trades settle. Cycles are dated rows with their source, not code: the row that holds on the
 * trade date decides, so trades made before and after a change may settle on one day.
 */
public final class SettlementCycles {
    private static final String EVERY_DAY = "*";
    private static final String PAIR = "PAIR";

    private final Calendars calendars;
    private final List<Cycle> cycles;

    private SettlementCycles(Calendars calendars, List<Cycle> cycles) {
        this.calendars = calendars;
        this.cycles = cycles;
    }

    /** The table that ships with primegate. */
    public static SettlementCycles standard(Calendars calendars) {
        List<Cycle> cycles =
                Rows.of("cycles.csv").stream()
                        .map(row ->
                                new Cycle(
                                        AssetClass.valueOf(row.get(0)),
                                        row.get(1),
                                        LocalDate.parse(row.get(2)),
                                        Integer.parseInt(row.get(3)),
                                        row.get(4)))
                        .toList();
        return new SettlementCycles(calendars, cycles);
    }

    /**
     * When a trade settles.
     *
     * @param listed where, for what is listed; ignored for currencies and digital assets
     * @param agreed what a broker's credit terms say instead, such as the due date of an amount
     * @return empty if no row or no calendar covers it: then nobody may assume a date
     */
    public Optional<LocalDate> settlementDate(
            Instrument instrument,
            Optional<Market> listed,
            LocalDate traded,
            Optional<LocalDate> agreed) {
        if (agreed.isPresent()) {
            return agreed;
        }
        return cycle(instrument, listed, traded)
                .flatMap(cycle -> settle(cycle, instrument, traded));
    }

    private Optional<LocalDate> settle(Cycle cycle, Instrument instrument, LocalDate traded) {
        return switch (cycle.calendar()) {
            case EVERY_DAY -> Optional.of(traded.plusDays(cycle.days()));
            case PAIR ->
                    SpotDate.of(
                            calendars,
                            instrument.base().code(),
                            instrument.quote().code(),
                            traded,
                            cycle.days());
            default -> Optional.of(calendars.get(cycle.calendar()).after(traded, cycle.days()));
        };
    }

    private Optional<Cycle> cycle(
            Instrument instrument, Optional<Market> listed, LocalDate traded) {
        List<String> scopes =
                switch (instrument.assetClass()) {
                    case DIGITAL_ASSET -> List.of(EVERY_DAY);
                    case FX_SPOT -> List.of(pair(instrument), EVERY_DAY);
                    case EQUITY, ETF, OPTION, FUTURE ->
                            listed.map(market -> List.of(market.name())).orElse(List.of());
                };
        return scopes.stream()
                .flatMap(scope ->
                        cycles.stream()
                                .filter(c -> c.covers(instrument.assetClass(), scope, traded))
                                .max(Comparator.comparing(Cycle::from))
                                .stream())
                .findFirst();
    }

    /** A pair is the same whichever currency is named first. */
    private static String pair(Instrument instrument) {
        String base = instrument.base().code();
        String quote = instrument.quote().code();
        return base.compareTo(quote) < 0 ? base + quote : quote + base;
    }
}
