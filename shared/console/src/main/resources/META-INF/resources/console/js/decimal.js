/** Decimals that come as text stay exact: a money amount never becomes a binary fraction. */

const PLACES = 10;

/** The amount in units of the tenth decimal. */
export function units(text) {
    const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,10}))?$/.exec(text);
    return BigInt(`${sign}${whole}${part.padEnd(PLACES, '0')}`);
}

/** Below zero, zero or above it, as the first is less than, equal to or more than the second. */
export function compare(one, other) {
    const apart = units(one) - units(other);
    return apart < 0n ? -1 : apart > 0n ? 1 : 0;
}

/** The sum, without zeros that say nothing. */
export function sum(texts) {
    const all = texts.map(units).reduce((a, b) => a + b, 0n);
    const digits = String(all < 0n ? -all : all).padStart(PLACES + 1, '0');
    const part = digits.slice(-PLACES).replace(/0+$/, '');
    return `${all < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${part ? `.${part}` : ''}`;
}

/** With thin gaps between thousands, for reading only. */
export function shown(text) {
    const [whole, part] = text.split('.');
    const gaps = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
    return part === undefined ? gaps : `${gaps}.${part}`;
}
