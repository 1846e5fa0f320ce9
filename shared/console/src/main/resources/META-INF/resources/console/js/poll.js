/** Reads again and again while somebody looks. */
import {read} from './api.js';

/** No longer than this between two looks, however long nobody has answered. */
const LONGEST_MILLIS = 60_000;

/**
 * Reads each path every `millis`, less often while nobody answers, and hands over all of it when any
 * of it changed. A path that is refused is handed over as its error, and one that is not answered as
 * it was heard last: who was never heard is an error, too. Returns what ends it, and what reads at
 * once.
 */
export function poll(paths, millis, show) {
    let ended = false;
    let timer;
    let shown = '';
    let pause = millis;
    let looks = 0;
    let latest = 0;
    let heard = [];

    async function look() {
        const mine = ++looks;
        const answers = await Promise.all(paths.map((path) => read(path).catch((e) => e)));
        const isSilent = (one) => one instanceof Error && one.status === 0;
        pause = answers.every(isSilent) ? Math.min(2 * pause, LONGEST_MILLIS) : millis;
        // An answer that was overtaken by a later one is old.
        if (ended || mine < latest) {
            return;
        }
        latest = mine;
        // Of what cannot be read now the screen keeps what it had; the banner says so.
        const all = answers.map((one, i) => isSilent(one) ? heard[i] ?? one : one);
        heard = all.map((one) => isSilent(one) ? undefined : one);
        const text = JSON.stringify(all.map((one) =>
            one instanceof Error ? `${one.code} ${one.message}` : one));
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
