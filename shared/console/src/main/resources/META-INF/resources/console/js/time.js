/** Times as an operator reads them: UTC, with their own clock's time to point at. */
import {el} from './dom.js';

const DAY = 86_400;

/** A time of day, with its date if it was not today. */
export function at(text) {
    const time = new Date(text);
    const utc = time.toISOString();
    const isToday = utc.slice(0, 10) === new Date().toISOString().slice(0, 10);
    return el('time', {datetime: text, title: `${time.toLocaleString()} here`},
        isToday ? `${utc.slice(11, 19)}Z` : `${utc.slice(0, 10)} ${utc.slice(11, 16)}Z`);
}

/** To the millisecond, for what happened within a second. */
export function exactly(text) {
    const time = new Date(text);
    return el('time', {datetime: text, title: `${time.toLocaleString()} here`},
        `${time.toISOString().slice(11, 23)}Z`);
}

/** How long ago; it counts on by itself. */
export function since(text) {
    return el('time', {datetime: text, 'data-since': text, title: `since ${text}`}, age(text));
}

/** How long until; it counts down by itself. */
export function until(text) {
    return el('time', {datetime: text, 'data-until': text, title: `until ${text}`}, rest(text));
}

/** Moves every clock on the page, each second. */
export function runClocks() {
    setInterval(() => tick(document), 1000);
}

/** Moves the clocks of a part of the page to this moment. */
export function tick(part) {
    for (const clock of part.querySelectorAll('[data-since]')) {
        clock.textContent = age(clock.dataset.since);
    }
    for (const clock of part.querySelectorAll('[data-until]')) {
        clock.textContent = rest(clock.dataset.until);
    }
}

/** Whole seconds since then, not below zero: two clocks are never quite the same. */
export function seconds(text) {
    return Math.max(0, Math.floor((Date.now() - new Date(text).getTime()) / 1000));
}

function age(text) {
    return spell(seconds(text));
}

function rest(text) {
    return spell(Math.max(0, Math.ceil((new Date(text).getTime() - Date.now()) / 1000)));
}

function spell(all) {
    if (all < 100) {
        return `${all} s`;
    }
    if (all < DAY) {
        const two = (number) => String(number).padStart(2, '0');
        return `${Math.floor(all / 3600)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
    }
    return `${Math.floor(all / DAY)} d ${Math.floor(all / 3600) % 24} h`;
}
