package dev.primegate.instrument;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every instrument, and every spelling under which it is known: ours, the usual ones, and each
 * broker's aliases. A spelling leads to one instrument or to none; nothing is guessed.
 */
public final class SymbolMaster {
    private static final String FILE = "symbols.csv";

    private final Map<Symbol, Instrument> instruments = new TreeMap<>();
    private final Map<String, Symbol> spellings = new TreeMap<>();
    private final Map<BrokerId, Map<String, Symbol>> aliases = new TreeMap<>();

    private SymbolMaster() {}

    /** The table that ships with primegate. */
    public static SymbolMaster standard() {
        try (InputStream file = SymbolMaster.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rows of {@code symbol,assetClass,base,quote,quantityStep,priceStep,aliases}, the last a
     * list of {@code broker:spelling} parted by blanks; the first row is a heading.
     *
     * @throws IllegalArgumentException if a row is malformed or a spelling would be ambiguous
     */
    public static SymbolMaster parse(String csv) {
        SymbolMaster master = new SymbolMaster();
        csv.lines().skip(1).filter(row -> !row.isBlank()).forEach(master::addRow);
        return master;
    }

    /** The instrument an OMS means by {@code spelling}. */
    public Optional<Instrument> resolve(String spelling) {
        return Optional.ofNullable(spellings.get(spelling)).map(instruments::get);
    }

    /** The instrument {@code broker} means by {@code spelling}; its own aliases go first. */
    public Optional<Instrument> resolve(BrokerId broker, String spelling) {
        Symbol alias = aliases.getOrDefault(broker, Map.of()).get(spelling);
        return alias == null ? resolve(spelling) : Optional.ofNullable(instruments.get(alias));
    }

    /** An instrument by our own name; one that was stored here exists, so absence is a bug. */
    public Instrument get(Symbol symbol) {
        Instrument found = instruments.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException("no instrument " + symbol);
        }
        return found;
    }

    public Collection<Instrument> all() {
        return List.copyOf(instruments.values());
    }

    private void addRow(String row) {
        String[] cells = row.split(",", -1);
        if (cells.length != 7) {
            throw new IllegalArgumentException(
                    "expected 7 cells, found " + cells.length + ": " + row);
        }
        Instrument instrument =
                new Instrument(
                        new Symbol(cells[0]),
                        AssetClass.valueOf(cells[1]),
                        new Asset(cells[2]),
                        new Asset(cells[3]),
                        Decimal10.of(cells[4]),
                        Decimal10.of(cells[5]));
        if (instruments.put(instrument.symbol(), instrument) != null) {
            throw new IllegalArgumentException("symbol stands twice: " + instrument.symbol());
        }
        usualSpellings(instrument).forEach(s -> claim(spellings, s, instrument.symbol()));
        for (String alias : cells[6].isBlank() ? new String[0] : cells[6].split(" ")) {
            String[] parts = alias.split(":", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("expected broker:spelling, found " + alias);
            }
            Map<String, Symbol> ofBroker =
                    aliases.computeIfAbsent(new BrokerId(parts[0]), _ -> new TreeMap<>());
            claim(ofBroker, parts[1], instrument.symbol());
        }
    }

    private static List<String> usualSpellings(Instrument instrument) {
        String symbol = instrument.symbol().text();
        if (symbol.indexOf('-') < 0) {
            return List.of(symbol);
        }
        String base = instrument.base().code();
        String quote = instrument.quote().code();
        return List.of(symbol, base + "/" + quote, base + quote);
    }

    private static void claim(Map<String, Symbol> spellings, String spelling, Symbol symbol) {
        Symbol other = spellings.put(spelling, symbol);
        if (other != null) {
            throw new IllegalArgumentException(
                    spelling + " would mean both " + other + " and " + symbol);
        }
    }
}
