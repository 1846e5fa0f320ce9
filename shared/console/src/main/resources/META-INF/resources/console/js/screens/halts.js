/** Halts: stop in one click; go on only by typing what, why, and with a second person. */
import {change} from '../api.js';
import {ask, field} from '../dialog.js';
import {el, empty, panel, say, table} from '../dom.js';
import {poll} from '../poll.js';
import {fill} from '../region.js';
import {at, since, until} from '../time.js';
import {badge} from '../words.js';

const LEAST_REASON = 'halted from the console';

export function open(place) {
    const standing = el('div', {});
    const scopes = el('div', {class: 'scopes'});
    const steps = el('div', {});
    const off = el('div', {});
    const reason = el('input', {id: 'reason', maxlength: 200, placeholder: LEAST_REASON});
    const symbol = el('input', {id: 'symbol', placeholder: 'BTC-USD', maxlength: 41, autocapitalize: 'characters'});
    const cancelToo = el('input', {id: 'cancel-too', type: 'checkbox', checked: true});
    const wish = el('select', {id: 'wish'},
        el('option', {value: 'HALTED'}, 'HALTED: no new order'),
        el('option', {value: 'REDUCING'}, 'REDUCING: only towards flat'));
    const halt = (scope) => stop(scope, {
        state: wish.value,
        reason: reason.value.trim() || LEAST_REASON,
        cancelOpenOrders: cancelToo.checked,
    }, () => feed.again());
    place.append(
        el('h1', {class: 'unseen'}, 'Halts'),
        panel('Halt', 'one click, at once; cancels of open orders always pass',
            el('div', {class: 'filters'},
                el('label', {for: 'wish'}, 'State ', wish),
                el('label', {for: 'cancel-too', class: 'check'}, cancelToo, ' Cancel open orders of the scope'),
                el('label', {for: 'reason', class: 'grow'}, 'Reason ', reason)),
            scopes,
            el('form', {class: 'filters', onsubmit: (event) => {
                event.preventDefault();
                if (symbol.value.trim()) {
                    halt(`symbol:${symbol.value.trim().toUpperCase()}`);
                }
            }}, el('label', {for: 'symbol'}, 'Symbol ', symbol),
            el('button', {class: 'danger narrow'}, 'Halt symbol'))),
        panel('Standing now', null, standing),
        panel('Steps taken', 'the latest 50', steps),
        off);
    const feed = poll(['/v1/halts', '/v1/ops/brokers', '/v1/ops/environment'], 2000,
        (halts, states, environment) => {
            fill(scopes, buttons(halts, states, environment, halt));
            if (halts instanceof Error) {
                fill(standing, empty(halts.title, halts.message));
                return;
            }
            fill(standing, halted(halts.halts, () => feed.again()));
            fill(steps, taken(halts.steps));
            fill(off, switchesOff(halts.outlierSwitchesOff));
        });
    return feed.end;
}

/** The scopes there are, widest first. Without lists there is still the widest. */
function buttons(halts, states, environment, halt) {
    const already = new Set((halts.halts ?? [])
        .filter((one) => one.state === 'HALTED').map((one) => one.scope));
    const scopes = [
        'all',
        ...(states.brokers ?? []).map((one) => `broker:${one.broker}`),
        ...(environment.accounts ?? []).map((one) => `account:${environment.tenant}/${one}`),
    ];
    return scopes.map((scope) => el('button', {
        class: scope === 'all' ? 'danger wide' : 'danger narrow',
        'data-key': `halt ${scope}`,
        'data-row': true,
        onclick: () => halt(scope),
    }, scope === 'all' ? 'HALT ALL TRADING' : `Halt ${scope}`,
    already.has(scope) ? el('small', {}, ' (is halted)') : null));
}

async function stop(scope, body, again) {
    try {
        const {body: halt} = await change('PUT', `/v1/halts/${scope}`, body);
        say(`${halt.scope} is ${halt.state}.`, 'bad');
    } catch (refused) {
        say(`NOT HALTED. ${refused.title}: ${refused.message}`, 'bad');
    }
    again();
}

function halted(halts, again) {
    if (halts.length === 0) {
        return empty('Nothing is halted.',
            'A halt stops new orders of its scope before this page says so; an order that needs two',
            ' scopes needs both to be active. primegate halts by itself when orders stay in doubt,',
            ' submissions fail or a drawdown limit is reached, and never resumes by itself.');
    }
    return table('Halts', ['Scope', 'State', 'By', 'Reason', 'Since', 'Open orders', 'Resume'],
        halts.map((halt) => el('tr', {},
            el('th', {scope: 'row'}, halt.scope),
            el('td', {}, badge(halt.state)),
            el('td', {}, halt.by),
            el('td', {class: 'wrap'}, halt.reason),
            el('td', {}, at(halt.at), el('small', {}, ' ', since(halt.at))),
            el('td', {}, halt.sweepingUntil ? badge('BEING CANCELLED', 'warn') : el('small', {}, 'left, or done')),
            el('td', {}, resumeCell(halt, again)))));
}

function resumeCell(halt, again) {
    return [
        halt.resumeAskedBy
            ? el('div', {class: 'asked'}, badge('WAITS FOR A SECOND PERSON', 'warn'),
                el('small', {}, ` asked by ${halt.resumeAskedBy}: “${halt.resumeReason}”, lapses in `,
                    until(halt.resumeAskedUntil)))
            : null,
        el('button', {'data-key': `resume ${halt.scope}`, onclick: () => resume(halt, again)},
            halt.resumeAskedBy ? 'Approve resume…' : 'Resume…')];
}

function resume(halt, again) {
    ask({
        title: `Resume ${halt.scope}`,
        lead: el('p', {}, halt.resumeAskedBy
            ? `${halt.resumeAskedBy} asked for it. Anybody else who asks for the same resumes it now.`
            : 'You are the first of two. Nothing moves until somebody else asks for the same within 15 minutes.'),
        fields: [
            field(['Type ', el('code', {}, halt.scope), ' to show that you mean it'],
                el('input', {name: 'scope', required: true, autocomplete: 'off'})),
            field('Why is it safe?', el('input', {name: 'reason', required: true, maxlength: 200,
                autocomplete: 'off'})),
        ],
        submit: halt.resumeAskedBy ? 'Approve and resume' : 'Ask for resume',
        isReady: ({scope, reason}) => scope === halt.scope && reason.trim() !== '',
    }, async ({reason}) => {
        const {status} = await change('DELETE',
            `/v1/halts/${halt.scope}?reason=${encodeURIComponent(reason.trim())}`);
        again();
        return status === 202
            ? `You asked to resume ${halt.scope}. A second person must approve.`
            : `${halt.scope} is active again.`;
    });
}

function taken(steps) {
    if (steps.length === 0) {
        return empty('No step was ever taken.', 'Every halt and resume is kept here with who and why.');
    }
    return table('Steps', ['When', 'Scope', 'Step', 'By', 'Reason'], steps.map((step) => el('tr', {},
        el('td', {}, at(step.at)),
        el('td', {}, step.scope),
        el('td', {}, badge(step.step)),
        el('td', {}, step.by),
        el('td', {class: 'wrap'}, step.reason))));
}

function switchesOff(off) {
    return off.length === 0 ? null : panel('Price switches that are off',
        'no price apart from the broker’s own can halt these',
        el('details', {'data-key': 'off'}, el('summary', {'data-key': 'off-open'},
            `${off.length} instruments`), table('Price switches', ['Broker', 'Symbol', 'Why'], off.map((one) => el('tr', {},
            el('td', {}, one.broker), el('td', {}, one.symbol), el('td', {class: 'wrap'}, one.why))))));
}
