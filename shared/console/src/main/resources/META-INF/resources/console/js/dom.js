/** Makes elements. Text is always text: nothing here, or anywhere, reads markup out of data. */

/**
 * An element. Attributes whose value is null, undefined or false are left out; `on...` is a
 * listener. Children may be nodes, texts, lists of them, or nothing.
 */
export function el(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (key.startsWith('on')) {
            made.addEventListener(key.slice(2), value);
        } else {
            made.setAttribute(key, value === true ? '' : value);
        }
    }
    made.append(...children.flat(3).filter(isThere));
    return made;
}

/** What may stand among children: nothing leaves no trace. */
export function isThere(child) {
    return child !== null && child !== undefined && child !== false;
}

/** A table with a caption that only screen readers hear, unless it is to be shown. */
export function table(caption, heads, rows) {
    return el('div', {class: 'scroll', tabindex: 0, role: 'region', 'data-key': `table ${caption}`,
        'aria-label': `${caption}, table`},
        el('table', {},
            el('caption', {class: 'unseen'}, caption),
            el('thead', {}, el('tr', {}, heads.map((head) =>
                el('th', {scope: 'col', class: head.startsWith('#') ? 'number' : null},
                    head.replace('#', ''))))),
            el('tbody', {}, rows)));
}

/** What a screen says where there is nothing: why, and what would bring something. */
export function empty(title, ...why) {
    return el('div', {class: 'empty'}, el('strong', {}, title), el('p', {}, ...why));
}

/** A part of a screen under a heading. */
export function panel(title, note, ...children) {
    return el('section', {class: 'panel', 'aria-label': title},
        el('h2', {}, title, note ? el('small', {}, note) : null),
        children);
}

/** Tells everybody, those who listen included, what just happened. */
export function say(text, tone = 'ok') {
    const place = document.getElementById('said');
    place.replaceChildren(el('p', {class: `toast ${tone}`}, text));
    setTimeout(() => {
        if (place.textContent === text) {
            place.replaceChildren();
        }
    }, 8000);
}
