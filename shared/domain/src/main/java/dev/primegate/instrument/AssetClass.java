package dev.primegate.instrument;

/** What kind of thing an instrument is; decides calendars, settlement and routing. */
public enum AssetClass {
    DIGITAL_ASSET,
    EQUITY,
    ETF,
    OPTION,
    FUTURE,
    FX_SPOT
}
