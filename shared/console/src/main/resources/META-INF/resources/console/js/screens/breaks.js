/** Breaks: by their cause, most money first, both sides' rows beside each other. */
import {change} from '../api.js';
import {compare, shown, sum} from '../decimal.js';
import {ask, field} from '../dialog.js';
import {el, empty, panel, say} from '../dom.js';
import {poll} from '../poll.js';
import {fill} from '../region.js';
import {at, since} from '../time.js';
import {badge, plain, REASONS} from '../words.js';

let closed = false;

export function open(place) {
    const groups = el('div', {});
    const which = el('select', {id: 'which', 'data-filter': true, onchange: () => {
        closed = which.value === 'closed';
        feed.end();
        feed = follow();
    }}, el('option', {value: 'open', selected: !closed}, 'not closed'),
    el('option', {value: 'closed', selected: closed}, 'closed'));
    place.append(
        el('h1', {class: 'unseen'}, 'Breaks'),
        el('div', {class: 'filters'}, el('label', {for: 'which'}, 'Breaks that are ', which)),
        groups);
    const follow = () => poll([`/v1/breaks?closed=${closed}`], 4000, (found) => {
        fill(groups, found instanceof Error
            ? el('section', {class: 'panel'}, empty(found.title, found.message))
            : list(found.breaks, () => feed.again()));
    });
    let feed = follow();
    return () => feed.end();
}

function list(breaks, again) {
    if (breaks.length === 0) {
        return el('section', {class: 'panel'}, closed
            ? empty('No break was closed.', 'Those that end are kept, with who ended them and why.')
            : empty('No breaks: the brokers’ books and ours agree.',
                'Orders, trades, positions and balances are compared on a schedule. A difference',
                ' appears here with both rows, what explains it, and what to do.'));
    }
    return byCause(breaks).map(([cause, all]) => panel(plain(cause),
        `${all.length} ${all.length === 1 ? 'break' : 'breaks'} · ${stake(all)} at stake`,
        all.map((one) => card(one, again))));
}

/** Groups whose largest break is the largest first. Amounts of unlike assets compare by number. */
function byCause(breaks) {
    const groups = Map.groupBy(breaks, (one) => one.cause);
    const size = (one) => one.atStake.replace('-', '');
    for (const all of groups.values()) {
        all.sort((a, b) => compare(size(b), size(a)));
    }
    return [...groups].sort(([, a], [, b]) => compare(size(b[0]), size(a[0])));
}

function stake(all) {
    return [...Map.groupBy(all, (one) => one.atStakeAsset)]
        .map(([asset, some]) => `${shown(sum(some.map((one) => one.atStake)))} ${asset}`).join(', ');
}

function card(one, again) {
    return el('article', {class: 'break', 'data-row': true, tabindex: 0, 'data-key': one.breakId,
        'aria-label': `${plain(one.cause)} ${one.what}`},
    el('div', {class: 'head'},
        badge(one.gravity), badge(one.state),
        el('strong', {class: 'money'}, `${shown(one.atStake)} ${one.atStakeAsset}`),
        el('span', {class: 'what', title: one.what}, one.what),
        el('span', {class: 'grow'}),
        el('span', {class: 'quiet'}, `${one.broker} · ${one.account} · ${one.subject.toLowerCase()} of ${one.day} · `,
            since(one.openedAt), ' old'),
        el('span', {class: 'quiet'}, one.owner ? `owner ${one.owner}` : 'nobody’s')),
    el('p', {class: 'advice'}, el('strong', {}, 'Do: '), one.action),
    Object.keys(one.facts).length > 0
        ? el('p', {class: 'line'}, Object.entries(one.facts).map(([name, value]) =>
            el('span', {}, el('em', {}, name), ' ', el('span', {class: 'value', title: value}, value))))
        : null,
    sides(one),
    one.returns > 0 ? el('p', {class: 'quiet'}, `It came back ${one.returns === 1 ? 'once' : `${one.returns} times`}.`) : null,
    el('div', {class: 'buttons'}, actions(one, again)));
}

/** Field by field, ours and theirs; what differs has a sign and a word, not only a colour. */
function sides(one) {
    const differing = new Map(one.differences.map((each) => [each.field, each]));
    const ours = one.ours[0]?.fields ?? {};
    const theirs = one.brokers[0]?.fields ?? {};
    const fields = [...new Set([...differing.keys(), ...Object.keys(ours), ...Object.keys(theirs)])];
    const cell = (value, differs) => el('td', {class: differs ? 'differs wrap' : 'wrap'},
        value === undefined || value === '' ? el('span', {class: 'quiet'}, '—') : value);
    return fields.length === 0 ? null : el('div', {class: 'scroll', tabindex: 0, role: 'region', 'data-key': `rows ${one.breakId}`,
        'aria-label': `Both rows of ${one.what}`},
        el('table', {class: 'sides'},
            el('thead', {}, el('tr', {}, el('th', {scope: 'col'}, 'Field'),
                el('th', {scope: 'col'}, 'Ours', source(one.ours)),
                el('th', {scope: 'col'}, `${one.broker}’s`, source(one.brokers)))),
            el('tbody', {}, fields.map((name) => {
                const apart = differing.get(name);
                return el('tr', {},
                    el('th', {scope: 'row'}, name,
                        apart ? el('span', {class: 'differs-word'}, ' ≠ differs') : null),
                    cell(apart?.ours ?? ours[name], apart),
                    cell(apart?.brokers ?? theirs[name], apart));
            }))),
        one.rows > 2 ? el('p', {class: 'quiet'}, `It rests on ${one.rows} rows; the first of each side is shown.`) : null);
}

function source(rows) {
    const where = rows.length === 0 ? 'no row' : `${rows[0].source}, line ${rows[0].line}`;
    return el('small', {title: where}, where);
}

function actions(one, again) {
    if (one.state === 'CLOSED') {
        return [el('span', {class: 'quiet'}, `closed as ${plain(one.reason ?? '')} `, at(one.movedAt)),
            el('button', {'data-key': `reopen ${one.breakId}`, onclick: () => reopen(one, again)}, 'Reopen…')];
    }
    return [
        el('button', {'data-key': `take ${one.breakId}`, onclick: () => take(one, again)}, 'Take'),
        el('button', {'data-key': `explain ${one.breakId}`, onclick: () => end('explain', one, again)}, 'Explain…'),
        el('button', {'data-key': `close ${one.breakId}`, onclick: () => end('close', one, again)}, 'Close…'),
    ];
}

async function take(one, again) {
    try {
        const {body} = await change('POST', path(one, 'take'));
        say(`It is ${body.owner}’s now.`);
    } catch (refused) {
        say(`${refused.title}: ${refused.message}`, 'bad');
    }
    again();
}

function end(step, one, again) {
    const isClose = step === 'close';
    ask({
        title: `${isClose ? 'Close' : 'Explain'}: ${plain(one.cause)} ${one.what}`,
        lead: el('p', {}, isClose
            ? 'It opens again by itself if newer books still show it.'
            : 'It may stay, and opens again by itself if more is at stake.'),
        fields: [
            field('Reason', el('select', {name: 'reason', required: true},
                REASONS.map((reason) => el('option', {value: reason}, plain(reason))))),
            field('What shows it: a ticket, a mail, a statement',
                el('textarea', {name: 'evidence', required: true, maxlength: 500, rows: 3})),
        ],
        submit: isClose ? 'Close break' : 'Explain break',
        isReady: ({evidence}) => evidence.trim() !== '',
    }, async ({reason, evidence}) => {
        await change('POST', path(one, step), {reason, evidence: evidence.trim()});
        again();
        return isClose ? 'The break is closed.' : 'The break is explained.';
    });
}

function reopen(one, again) {
    ask({
        title: `Reopen ${plain(one.cause)} ${one.what}`,
        fields: [field('Why', el('input', {name: 'reason', required: true, maxlength: 500}))],
        submit: 'Reopen break',
    }, async ({reason}) => {
        await change('POST', path(one, 'reopen'), {reason});
        again();
        return 'The break is open again.';
    });
}

function path(one, step) {
    return `/v1/breaks/${encodeURIComponent(one.breakId)}/${step}`;
}
