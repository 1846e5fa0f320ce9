package dev.primegate.statement;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Asset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which instrument a broker means by a spelling; one that leads to none is kept as it is. */
public record Spellings(BrokerId broker, SymbolMaster master) {
    /** What may stand in an evidence and on a screen. */
    private static final Pattern SPELLING = Pattern.compile("[\\x20-\\x7e]{1,64}");

    /** What a price of it counts, if the spelling leads to an instrument. */
    Optional<Asset> quote(String spelling) {
        return master.resolve(broker, spelling).map(Instrument::quote);
    }

    Named named(String spelling) {
        if (!SPELLING.matcher(spelling).matches()) {
            throw new IllegalArgumentException("an instrument's name does not match " + SPELLING);
        }
        return new Named(spelling, master.resolve(broker, spelling).map(Instrument::symbol));
    }
}
