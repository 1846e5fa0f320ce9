/** The keyboard: screens by number, rows by j and k. A field that is typed in keeps its keys. */

/** Listens from now on; `names` are the screens that 1, 2, 3... go to. */
export function listen(names) {
    addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
            return;
        }
        if (event.target.matches('input, textarea, select')) {
            if (event.key === 'Escape') {
                event.target.blur();
            }
            return;
        }
        const screen = names[Number(event.key) - 1];
        if (screen) {
            location.hash = screen;
        } else if (ACTIONS[event.key]) {
            event.preventDefault();
            ACTIONS[event.key]();
        }
    });
}

const ACTIONS = {
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.querySelector('[data-filter]')?.focus(),
    Escape: () => {
        location.hash = location.hash.split('/')[0];
    },
};

/** To the next row that can be opened, from the one that has the focus. */
function move(step) {
    const rows = [...document.querySelectorAll('#main [data-row]')];
    const here = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[Math.min(rows.length - 1, Math.max(0, here + step))];
    next?.focus();
    next?.scrollIntoView({block: 'nearest'});
}
