/** Parts of a screen that are drawn anew while somebody reads, types, points and clicks there. */
import {isThere} from './dom.js';
import {tick} from './time.js';

/** What is to be drawn as soon as nobody holds a button or the space bar down. */
const waiting = new Map();
let isHeld = false;

/**
 * Puts children in place of those of a region. Whoever typed, chose or pointed there finds the
 * focus where it was: on the element of the same `data-key`, or on the nearest around it. While
 * something is pressed nothing moves: a button that is replaced under a finger is never clicked.
 * What is drawn already stays, and with it a text that is selected.
 */
export function fill(region, ...children) {
    if (isHeld) {
        waiting.set(region, children);
    } else {
        draw(region, children.flat(3).filter(isThere));
    }
}

/** Heeds what is pressed, from now on. */
export function watchPresses() {
    const hold = () => {
        isHeld = true;
    };
    // The click comes after the release; what it means must still be there.
    const release = () => setTimeout(() => {
        isHeld = false;
        const all = [...waiting];
        waiting.clear();
        all.forEach(([region, children]) => fill(region, ...children));
    });
    addEventListener('pointerdown', hold, true);
    addEventListener('keydown', (event) => event.key === ' ' && hold(), true);
    addEventListener('keyup', (event) => event.key === ' ' && release(), true);
    for (const end of ['pointerup', 'pointercancel', 'blur']) {
        addEventListener(end, (event) => (end !== 'blur' || event.target === window) && release(), true);
    }
}

function draw(region, children) {
    const fresh = document.createElement('div');
    fresh.append(...children);
    keepOpen(region, fresh);
    tick(region);
    if (isSame(region, fresh)) {
        return;
    }
    const keys = region.contains(document.activeElement) ? keysAround(document.activeElement, region) : [];
    const scrolled = [...region.querySelectorAll('.scroll[data-key]')].filter((one) => one.scrollLeft > 0)
        .map((one) => [one.dataset.key, one.scrollLeft]);
    region.replaceChildren(...fresh.childNodes);
    scrolled.forEach(([key, left]) => {
        byKey(region, key)?.scrollTo({left});
    });
    keys.map((key) => byKey(region, key)).find(isThere)?.focus({preventScroll: true});
}

function keepOpen(region, fresh) {
    for (const details of region.querySelectorAll('details[open][data-key]')) {
        byKey(fresh, details.dataset.key)?.setAttribute('open', '');
    }
}

function isSame(region, fresh) {
    return region.childNodes.length === fresh.childNodes.length
        && [...region.childNodes].every((child, i) => child.isEqualNode(fresh.childNodes[i]));
}

/** From the element outwards. */
function keysAround(element, region) {
    const keys = [];
    for (let one = element; one && one !== region; one = one.parentElement) {
        if (one.dataset.key) {
            keys.push(one.dataset.key);
        }
    }
    return keys;
}

export function byKey(region, key) {
    return region.querySelector(`[data-key="${CSS.escape(key)}"]`);
}
