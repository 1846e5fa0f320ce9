/** Reads again and again while somebody looks. */
import {read} from './api.js';

/** No longer than this between two looks, however long nobody has answered. */
const LONGEST_MILLIS = 60_000;

/**
 * Reads each path every `millis`, less often while nobody answers, and hands over all of it when any
 * of it changed. A path that is refused is handed over as its error. Returns what ends it, and what
 * reads at once.
 */
export function poll(paths, millis, show) {
    let ended = false;
    let timer;
    let shown = '';
    let pause = millis;
    let looks = 0;
    let latest = 0;

    async function look() {
        const mine = ++looks;
        const all = await Promise.all(paths.map((path) => read(path).catch((e) => e)));
        const text = JSON.stringify(all.map((one) =>
            one instanceof Error ? `${one.code} ${one.message}` : one));
        // Of what cannot be read now the screen keeps what it had; the banner says so.
        const isSilent = all.some((one) => one instanceof Error && one.status === 0);
        pause = isSilent ? Math.min(2 * pause, LONGEST_MILLIS) : millis;
        // An answer that was overtaken by a later one is old.
        if (ended || isSilent || mine < latest) {
            return;
        }
        latest = mine;
        if (text !== shown) {
            show(...all);
            shown = text;
        }
    }

    async function round() {
        clearTimeout(timer);
        try {
            if (!document.hidden) {
                await look();
            }
        } finally {
            if (!ended) {
                clearTimeout(timer);
                timer = setTimeout(round, pause);
            }
        }
    }

    round();
    return {
        again: () => {
            shown = '';
            return round();
        },
        end: () => {
            ended = true;
            clearTimeout(timer);
        },
    };
}
