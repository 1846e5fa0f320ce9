package dev.primegate.watch;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.instrument.TradingHours;
import dev.primegate.settlement.Calendars;
import dev.primegate.settlement.Market;

/** When each instrument trades. */
public final class Sessions {
    private final SymbolMaster symbols;
    private final TradingHours exchange;

    public Sessions(SymbolMaster symbols, Calendars calendars) {
        this.symbols = symbols;
        // Every security of the symbol master is listed there.
        this.exchange = calendars.hours(Market.XNYS);
    }

    /** What is not in the symbol master is taken to trade: a silence is told rather than missed. */
    public TradingHours of(Symbol symbol) {
        return symbols.resolve(symbol.text())
                .filter(instrument -> instrument.assetClass() != AssetClass.DIGITAL_ASSET)
                .map(_ -> exchange)
                .orElseGet(TradingHours.Always::new);
    }
}
