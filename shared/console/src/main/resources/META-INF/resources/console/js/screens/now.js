/** Now: what stands, what is in doubt, how every broker does. */
import {lines} from '../chart.js';
import {el, empty, panel, table} from '../dom.js';
import {poll} from '../poll.js';
import {fill} from '../region.js';
import {at, seconds, since, until} from '../time.js';
import {badge} from '../words.js';
import {orderRow, HEADS} from './order-row.js';

/** Of a limit, above which a person should look. */
const HIGH = 70;

/** A feed of an open market that brought nothing for so long is old. */
const STALE_SECONDS = 60;

export function open(place) {
    const tiles = el('div', {class: 'tiles'});
    const brokers = el('div', {});
    const drawing = el('div', {class: 'chart'});
    const doubts = el('div', {});
    const working = el('div', {});
    place.append(
        el('h1', {class: 'unseen'}, 'Now'),
        tiles,
        panel('Brokers', null, brokers),
        el('div', {class: 'two'},
            panel('Orders in doubt', 'UNKNOWN: only the broker’s own evidence ends it', doubts),
            panel('Rate used', `of each broker’s limit, in steps of 10 s; ${HIGH} % wakes somebody after 5 min`, drawing)),
        panel('Open orders', 'oldest first', working));
    const chart = lines(drawing, 'Rate used of each broker over the last five minutes, in percent');
    const feed = poll(['/v1/ops/brokers', '/v1/ops/orders', '/v1/halts', '/v1/breaks', '/v1/alerts'],
        3000, (states, orders, halts, breaks, alerts) => {
            fill(tiles, overview(orders, halts, breaks, alerts));
            if (states instanceof Error) {
                fill(brokers, empty(states.title, states.message));
            } else {
                fill(brokers, brokerTable(states.brokers, orders));
                chart.set(rateLines(states.brokers), {unit: ' %', max: 100});
            }
            if (orders instanceof Error) {
                fill(working, empty(orders.title, orders.message));
                return;
            }
            fill(doubts, doubtList(orders.open));
            fill(working, openList(orders));
        });
    return () => {
        feed.end();
        chart.end();
    };
}

function overview(orders, halts, breaks, alerts) {
    const unknown = orders.open?.filter((order) => order.ordStatus === 'UNKNOWN') ?? [];
    const unexplained = breaks.breaks?.filter((one) => one.state !== 'EXPLAINED').length;
    const firing = alerts.open;
    return [
        tile('Open orders', orders.openCount, '#orders', 'quiet'),
        tile('In doubt', orders.open ? unknown.length : undefined, '#orders',
            unknown.length ? 'doubt' : 'ok',
            unknown.length ? ['oldest ', since(unknown[0].transactTime)] : 'every fate is known'),
        tile('Halts', halts.halts?.length, '#halts', halts.halts?.length ? 'bad' : 'ok',
            halts.halts?.length ? halts.halts[0].scope : 'trading is active'),
        tile('Breaks', breaks.breaks?.length, '#breaks', unexplained ? 'warn' : 'ok',
            unexplained ? `${unexplained} to be explained` : breaks.breaks?.length ? 'all explained' : 'the books agree'),
        tile('Alerts', firing?.length, '#alerts', firing?.length ? 'bad' : 'ok',
            firing?.length ? `${firing.filter((one) => !one.acknowledgedBy).length} in nobody’s hand` : 'all quiet'),
    ];
}

/** What could not be read is not zero. */
function tile(title, count, href, tone, note = '') {
    return el('a', {class: `tile ${count === undefined ? 'warn' : tone}`, href, 'data-key': title},
        el('span', {class: 'title'}, title),
        el('span', {class: 'count'}, count === undefined ? 'not known' : String(count)),
        el('span', {class: 'quiet'}, count === undefined ? '' : note));
}

function brokerTable(states, orders) {
    const tallies = new Map((orders.latest ?? []).map((one) => [one.broker, one]));
    return table('Brokers',
        ['Broker', 'Connection', 'Trading', 'News', 'Market', '#Rate used', '#Rejected', 'Money'],
        states.map((state) => el('tr', {},
            el('th', {scope: 'row'}, state.broker),
            el('td', {}, badge(state.health), state.probeFrom
                ? el('small', {}, ' tried in ', until(state.probeFrom)) : null),
            el('td', {}, badge(state.trading)),
            el('td', {}, news(state.feed)),
            el('td', {}, market(state.feed)),
            el('td', {class: 'number'}, rate(state.rate)),
            el('td', {class: 'number'}, rejected(tallies.get(state.broker))),
            el('td', {}, badge(state.live ? 'LIVE' : 'SANDBOX')))));
}

function news(feed) {
    if (!feed) {
        return el('span', {class: 'quiet', title: 'its news is asked for, or comes by webhook'}, 'no feed');
    }
    if (!feed.heardAt) {
        return badge('NEVER READ', 'warn');
    }
    // A feed that tells of our own orders alone says nothing while we have none.
    const isOld = feed.marketOpen && feed.isSteady && seconds(feed.heardAt) > STALE_SECONDS;
    return [badge(!feed.isRead ? 'NOT READ' : isOld ? 'OLD' : 'READ', !feed.isRead || isOld ? 'bad' : 'ok'),
        el('small', {}, ' ', since(feed.heardAt), ' old')];
}

function market(feed) {
    return feed ? badge(feed.marketOpen ? 'OPEN' : 'CLOSED', feed.marketOpen ? 'ok' : 'quiet') : '–';
}

function percents(rate) {
    const most = rate.perSecond * rate.stepSeconds;
    return rate.used.map((used) => Math.round((used * 1000) / most) / 10);
}

function rate(of) {
    const now = percents(of).at(-1);
    return [
        el('meter', {min: 0, max: 100, high: HIGH, value: now, 'aria-label': `${now} % of ${of.perSecond} a second`}),
        ` ${now} % `, el('small', {title: of.tier}, `of ${of.perSecond}/s`)];
}

function rejected(tally) {
    return tally
        ? [`${tally.rejected} `, el('small', {}, `of last ${tally.orders}`)]
        : el('small', {}, 'no order yet');
}

function rateLines(states) {
    const [first] = states;
    const drawn = states.map((state) => ({
        name: state.broker,
        data: percents(state.rate).map((percent, i) => [timeOf(state.rate, i), percent]),
    }));
    if (first) {
        const last = first.rate.used.length - 1;
        drawn.push({
            name: `${HIGH} %`,
            colour: 'bad',
            dash: 'dashed',
            data: [[timeOf(first.rate, 0), HIGH], [timeOf(first.rate, last), HIGH]],
        });
    }
    return drawn;
}

function timeOf(rate, step) {
    return new Date(rate.from).getTime() + step * rate.stepSeconds * 1000;
}

function doubtList(open) {
    const unknown = open.filter((order) => order.ordStatus === 'UNKNOWN');
    if (unknown.length === 0) {
        return empty('No order is in doubt.',
            'When a broker’s answer is lost, the order stands here with its clock, and is looked up',
            ' at the broker until its own books say what became of it. It is never sent again.');
    }
    return el('ul', {class: 'doubts'}, unknown.map((order) => el('li', {},
        el('a', {href: `#orders/${order.orderId}`, 'data-row': true, 'data-key': order.orderId},
            el('strong', {class: 'clock'}, since(order.transactTime)),
            ` ${order.side} ${order.orderQty ?? order.cashOrderQty} ${order.symbol} at ${order.broker}`),
        el('small', {}, order.text ?? 'the answer was lost', ' · sent ', at(order.transactTime)))));
}

function openList(orders) {
    if (orders.open.length === 0) {
        return empty('No order is open.',
            'Send one: ', el('code', {}, 'POST /v1/orders'), '. What is admitted appears here within 3 s.');
    }
    return [
        table('Open orders', HEADS, orders.open.map((order) => orderRow(order))),
        orders.openCount > orders.open.length
            ? el('p', {class: 'quiet'}, `The oldest ${orders.open.length} of ${orders.openCount}.`) : null];
}
