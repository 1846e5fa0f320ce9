/** Statuses with a sign and a tone, so that colour never speaks alone. */
import {el} from './dom.js';

const SIGNS = {ok: '●', warn: '▲', bad: '■', doubt: '?', quiet: '○'};

const TONES = {
    UP: 'ok', HALF: 'warn', DOWN: 'bad',
    ACTIVE: 'ok', REDUCING: 'warn', HALTED: 'bad',
    PENDING_NEW: 'warn', UNKNOWN: 'doubt', NEW: 'ok', PARTIALLY_FILLED: 'ok', FILLED: 'quiet',
    PENDING_CANCEL: 'warn', PENDING_REPLACE: 'warn', CANCELED: 'quiet', REJECTED: 'bad',
    EXPIRED: 'quiet', DONE_FOR_DAY: 'quiet', NOT_SENT: 'warn', NEVER_ARRIVED: 'warn',
    OPEN: 'bad', INVESTIGATING: 'warn', EXPLAINED: 'quiet', CLOSED: 'quiet',
    CRITICAL: 'bad', HIGH: 'bad', ERROR: 'bad', WARNING: 'warn', MEDIUM: 'warn', LOW: 'quiet',
    INFO: 'quiet',
    RESUMED: 'ok', RESUME_ASKED: 'warn',
    LIVE: 'bad', SANDBOX: 'ok',
};

export const OPEN = new Set([
    'PENDING_NEW', 'UNKNOWN', 'NEW', 'PARTIALLY_FILLED', 'PENDING_CANCEL', 'PENDING_REPLACE']);

export const STATUSES = [
    'PENDING_NEW', 'UNKNOWN', 'NEW', 'PARTIALLY_FILLED', 'FILLED', 'PENDING_CANCEL',
    'PENDING_REPLACE', 'CANCELED', 'REJECTED', 'EXPIRED', 'DONE_FOR_DAY', 'NOT_SENT',
    'NEVER_ARRIVED'];

export const REASONS = [
    'BROKER_CORRECTED', 'CORRECTED_HERE', 'TIMING', 'ROUNDING', 'FEE_SCHEDULE', 'ALIAS_ADDED',
    'SETTLED', 'ACCEPTED_LOSS', 'NOT_A_BREAK'];

/** A word this page does not know is shown as it is, and as something to look at. */
export function tone(word) {
    return TONES[word] ?? 'warn';
}

/** A status: its sign, its colour and itself. */
export function badge(word, as = tone(word)) {
    return el('span', {class: `badge ${as}`},
        el('span', {class: 'sign', 'aria-hidden': 'true'}, SIGNS[as]), word.replaceAll('_', ' '));
}

/** `not-booked-here` as words. */
export function plain(code) {
    return code.replaceAll('-', ' ').replaceAll('_', ' ').toLowerCase();
}
