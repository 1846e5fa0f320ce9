/** Questions before something is done, in the browser's own dialog: focus and Escape are its. */
import {el, say} from './dom.js';
import {byKey} from './region.js';

/**
 * Asks, and does `act` with the fields' values by name. What is refused is said in the dialog, which
 * stays; otherwise it closes and says what `act` returned.
 */
export function ask({title, lead, fields, submit, tone, isReady = () => true}, act) {
    const wrong = el('p', {class: 'wrong', role: 'alert'});
    const button = el('button', {type: 'submit', class: tone}, submit);
    const form = el('form', {method: 'dialog'},
        el('h2', {id: 'asked'}, title), lead, fields, wrong,
        el('div', {class: 'buttons'},
            el('button', {type: 'button', onclick: () => dialog.close()}, 'Back'), button));
    const dialog = el('dialog', {'aria-labelledby': 'asked'}, form);
    const values = () => Object.fromEntries(new FormData(form));
    const check = () => {
        button.disabled = !form.checkValidity() || !isReady(values());
    };
    form.addEventListener('input', check);
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        button.disabled = true;
        try {
            const said = await act(values());
            dialog.close();
            say(said);
        } catch (refused) {
            wrong.textContent = `${refused.title ?? 'It failed'}: ${refused.message}`;
            check();
        }
    });
    const before = document.activeElement;
    dialog.addEventListener('close', () => {
        dialog.remove();
        // The button that asked may have been drawn anew meanwhile.
        const again = before.isConnected || !before.dataset.key ? before : byKey(document, before.dataset.key);
        again?.focus();
    });
    document.body.append(dialog);
    check();
    dialog.showModal();
    form.querySelector('input, select, textarea')?.focus();
}

/** A field with its label above it. */
export function field(label, control) {
    return el('label', {class: 'field'}, el('span', {}, label), control);
}
