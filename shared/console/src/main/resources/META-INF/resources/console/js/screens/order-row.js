/** An order as a row of a table. */
import {shown} from '../decimal.js';
import {el} from '../dom.js';
import {at} from '../time.js';
import {badge} from '../words.js';

export const HEADS = ['Sent', 'Order', 'Account', 'Side', 'Symbol', '#Quantity', '#Filled', '#Price', 'Status', 'Broker'];

/** Beside an opened order there is room for these. */
export const SHORT_HEADS = ['Sent', 'Order', 'Side', 'Symbol', '#Quantity', 'Status'];

/** Short if `here` names the order that is open beside the table. */
export function orderRow(order, here) {
    const open = () => {
        location.hash = `orders/${order.orderId}`;
    };
    return el('tr', {class: order.orderId === here ? 'here' : null, onclick: open},
        el('td', {}, at(order.transactTime)),
        el('td', {}, el('a', {
            href: `#orders/${order.orderId}`,
            'data-row': true,
            'data-key': order.orderId,
            'aria-current': order.orderId === here ? 'true' : null,
        }, order.clOrdId)),
        here ? null : el('td', {}, order.account),
        el('td', {class: order.side === 'BUY' ? 'buy' : 'sell'}, order.side),
        el('td', {}, order.symbol),
        el('td', {class: 'number'}, order.orderQty ? shown(order.orderQty)
            : [shown(order.cashOrderQty ?? ''), el('small', {}, ' cash')]),
        here ? null : el('td', {class: 'number'}, shown(order.cumQty)),
        here ? null : el('td', {class: 'number'}, order.price ? shown(order.price)
            : el('small', {}, order.ordType.toLowerCase())),
        el('td', {}, badge(order.ordStatus)),
        here ? null : el('td', {}, order.broker));
}
