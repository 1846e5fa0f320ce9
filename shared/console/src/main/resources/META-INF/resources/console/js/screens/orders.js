/** Orders: the latest, filtered; and one of them from its first moment to its last. */
import {el, empty, panel, table} from '../dom.js';
import {poll} from '../poll.js';
import {byKey, fill} from '../region.js';
import {OPEN, STATUSES} from '../words.js';
import {HEADS, orderRow, SHORT_HEADS} from './order-row.js';
import {showOrder} from './order.js';

/** What was filtered for stays while the page does. */
const filter = {text: '', status: ''};

/** The order that was opened last. */
let last = '';

export function open(place, id) {
    const rows = el('div', {});
    let orders = [];
    let wanted = id || last;
    last = wanted;
    const draw = () => {
        fill(rows, list(orders, id));
        // Who opens an order, or comes back from it, goes on from its row.
        if (wanted && orders.length > 0 && document.activeElement === document.body) {
            byKey(rows, wanted)?.focus({preventScroll: true});
        }
        wanted = orders.length > 0 ? '' : wanted;
    };
    const search = el('input', {
        type: 'search', id: 'filter', 'data-filter': true, value: filter.text,
        placeholder: 'id, account, symbol, side or broker',
        oninput: () => {
            filter.text = search.value;
            draw();
        },
    });
    const status = el('select', {id: 'status', onchange: () => {
        filter.status = status.value;
        draw();
    }}, [['', 'any status'], ['open', 'open'], ...STATUSES.map((one) => [one, one.replaceAll('_', ' ')])]
        .map(([value, text]) => el('option', {value, selected: value === filter.status}, text)));
    place.append(
        el('h1', {class: 'unseen'}, 'Orders'),
        el('div', {class: id ? 'split' : ''},
            panel('Orders', 'the latest 100',
                el('div', {class: 'filters'},
                    el('label', {for: 'filter'}, 'Filter ', search),
                    el('label', {for: 'status'}, 'Status ', status)),
                rows),
            id ? el('div', {id: 'order'}) : null));
    const feed = poll(['/v1/orders'], 2000, (found) => {
        if (found instanceof Error) {
            fill(rows, empty(found.title, found.message));
            return;
        }
        orders = found.orders;
        draw();
    });
    const leave = id ? showOrder(place.querySelector('#order'), id) : () => {};
    return () => {
        feed.end();
        leave();
    };
}

function list(orders, here) {
    const found = orders.filter(matches);
    if (orders.length === 0) {
        return empty('No order yet.', 'The demo prints one to paste; the API takes it under ',
            el('code', {}, 'POST /v1/orders'), '.');
    }
    if (found.length === 0) {
        return empty('No order matches.', `${orders.length} are hidden by the filter.`);
    }
    return table('Orders', here ? SHORT_HEADS : HEADS, found.map((order) => orderRow(order, here)));
}

function matches(order) {
    const isWanted = filter.status === ''
        || (filter.status === 'open' ? OPEN.has(order.ordStatus) : order.ordStatus === filter.status);
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    const text = [order.orderId, order.clOrdId, order.account, order.symbol, order.side, order.broker,
        order.brokerOrderId, order.ordStatus, order.text].join(' ').toLowerCase();
    return isWanted && words.every((word) => text.includes(word));
}
