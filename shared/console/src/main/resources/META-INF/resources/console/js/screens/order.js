/** One order: what happened to it, first things first, with its JSON beside. */
import {change} from '../api.js';
import {shown} from '../decimal.js';
import {el, empty, say, table} from '../dom.js';
import {poll} from '../poll.js';
import {fill} from '../region.js';
import {exactly, since} from '../time.js';
import {badge, OPEN, plain} from '../words.js';

export function showOrder(place, id) {
    const path = `/v1/orders/${encodeURIComponent(id)}`;
    const feed = poll([path, `${path}/history`], 2000, (order, history) => {
        if (order instanceof Error) {
            fill(place, el('section', {class: 'panel'}, empty(order.title, order.message)));
            return;
        }
        fill(place, el('section', {class: 'panel', 'aria-label': `Order ${order.clOrdId}`},
            head(order, path, () => feed.again()),
            terms(order),
            history instanceof Error
                ? empty(history.title, history.message)
                : [seal(history), el('ol', {class: 'history'}, history.entries.map(entry))],
            el('details', {'data-key': 'raw'}, el('summary', {'data-key': 'raw-open'}, 'Raw JSON'),
                el('pre', {tabindex: 0}, JSON.stringify({order, history}, null, 2)))));
    });
    return feed.end;
}

function head(order, path, again) {
    return el('div', {class: 'head'},
        el('h2', {}, order.clOrdId),
        badge(order.ordStatus),
        order.ordStatus === 'UNKNOWN'
            ? el('strong', {class: 'clock'}, 'in doubt for ', since(order.transactTime)) : null,
        el('span', {class: 'grow'}),
        OPEN.has(order.ordStatus)
            ? el('button', {'data-key': 'cancel', onclick: () => cancel(path, again)}, 'Cancel order')
            : null,
        el('button', {'data-key': 'curl', onclick: () => copy(path)}, 'Copy as curl'),
        el('a', {href: '#orders', class: 'button', 'data-key': 'close'}, 'Close'));
}

async function cancel(path, again) {
    try {
        await change('DELETE', path);
        say('The cancel is written down; the broker is asked.');
    } catch (refused) {
        say(`${refused.title}: ${refused.message}`, 'bad');
    }
    again();
}

async function copy(path) {
    const text = `curl -s '${location.origin}${path}/history'`;
    try {
        await navigator.clipboard.writeText(text);
        say(`Copied: ${text}`);
    } catch {
        say(text, 'warn');
    }
}

function terms(order) {
    const facts = {
        account: order.account,
        order: `${order.side} ${shown(order.orderQty ?? order.cashOrderQty ?? '')} ${order.symbol}`,
        terms: [order.ordType, order.timeInForce, order.price && `at ${shown(order.price)}`].filter(Boolean).join(' '),
        filled: order.avgPx ? `${shown(order.cumQty)} at ${shown(order.avgPx)}` : shown(order.cumQty),
        broker: order.broker,
        'broker’s id': order.brokerOrderId ?? 'not known',
        'our id': order.orderId,
        text: order.text,
    };
    return el('dl', {class: 'facts'}, Object.entries(facts).filter(([, value]) => value)
        .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function seal(history) {
    return el('p', {class: 'seal'},
        history.chainVerified ? badge('CHAIN HOLDS', 'ok') : badge('CHAIN BROKEN', 'bad'),
        history.chainVerified
            ? ' Each entry carries the hash of the one before; none is changed or missing.'
            : ' An entry was changed, or one is missing. Treat this history as evidence of that.');
}

/** What moved nothing is told as quietly as it was. */
function entry(one, i, all) {
    const isNews = i === 0 || all[i - 1].ordStatus !== one.ordStatus;
    return el('li', {class: isNews ? 'news' : null},
        el('div', {class: 'when'}, exactly(one.at)),
        el('div', {},
            el('strong', {}, plain(one.event)), ' ', isNews ? badge(one.ordStatus) : null,
            el('small', {}, ` by ${one.by}`),
            facts(one.facts)));
}

const CHECK = 'check.';

/** Risk checks each with value and limit; then the rest, hashes last and clipped. */
function facts(all) {
    const rows = Object.entries(all);
    const checks = rows.filter(([name]) => name.startsWith(CHECK));
    const rest = rows.filter(([name]) => !name.startsWith(CHECK));
    return [
        checks.length === 0 ? null : table('Risk checks', ['Check passed', '#Value', '#Limit'],
            checks.map(([name, text]) => {
                const [value, limit] = text.split(' of ');
                return el('tr', {},
                    el('th', {scope: 'row'}, plain(name.slice(CHECK.length))),
                    el('td', {class: 'number'}, value), el('td', {class: 'number'}, limit ?? ''));
            })),
        rest.length === 0 ? null : line(rest)];
}

function line(rows) {
    return el('span', {class: 'line'}, rows.map(([name, value]) =>
        el('span', {}, el('em', {}, name), ' ', el('span', {class: 'value', title: value}, value))));
}
