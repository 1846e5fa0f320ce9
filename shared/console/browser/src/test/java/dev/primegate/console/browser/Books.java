package dev.primegate.console.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A statement of Clear Street's with one trade that we know nothing of: a break is planted. */
final class Books {
    /** The account's name there. */
    static final String NUMBER = "100000";

    private static final String BROKER = "primegate.books.brokers.clear-street.";
    private static final String MAPPING = BROKER + "files.mappings[0].";

    private Books() {}

    /**
     * Writes the file where a demo with its data in {@code folder} looks, and says how it is read.
     */
    static Map<String, String> settings(Path folder) throws IOException {
        LocalDate day = lastWeekday();
        String compact = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        Path where = Files.createDirectories(folder.resolve("statements/clear-street/" + day));
        Files.writeString(
                where.resolve(compact + "_fills.csv"),
                """
                ref,acct,pair,way,qty,px,ccy,day
                CS-77,%s,AAPL,B,10,187.25,USD,%s
                END,1
                """
                        .formatted(NUMBER, day));
        return Map.ofEntries(
                Map.entry(BROKER + "files.format", "csv"),
                Map.entry(MAPPING + "name", "fills"),
                Map.entry(MAPPING + "file-name", "(?<day>[0-9]{8})_fills[.]csv"),
                Map.entry(MAPPING + "book", "trades"),
                Map.entry(MAPPING + "columns.id", "ref"),
                Map.entry(MAPPING + "columns.account", "acct"),
                Map.entry(MAPPING + "columns.instrument", "pair"),
                Map.entry(MAPPING + "columns.side", "way"),
                Map.entry(MAPPING + "columns.quantity", "qty"),
                Map.entry(MAPPING + "columns.price", "px"),
                Map.entry(MAPPING + "columns.currency", "ccy"),
                Map.entry(MAPPING + "columns.trade-date", "day"),
                Map.entry(MAPPING + "sides.B", "buy"),
                Map.entry(MAPPING + "trailer", "END"));
    }

    /** One whose evening is over wherever the broker dates its trades. */
    private static LocalDate lastWeekday() {
        LocalDate day = LocalDate.now(ZoneId.of("America/New_York")).minusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }
}
