/** Alerts: what is wrong now and what ended in a day, with halts laid over it. */
import {change} from '../api.js';
import {setting} from '../banner.js';
import {lines} from '../chart.js';
import {el, empty, panel, say} from '../dom.js';
import {poll} from '../poll.js';
import {fill} from '../region.js';
import {at, since} from '../time.js';
import {badge, plain} from '../words.js';

const ROWS = ['Halts', 'Ended', 'Acknowledged', 'Open'];
const DAY = 86_400_000;

export function open(place) {
    const drawing = el('div', {class: 'chart low'});
    const firing = el('div', {});
    const ended = el('div', {});
    place.append(
        el('h1', {class: 'unseen'}, 'Alerts'),
        panel('Timeline', 'halts and resumes laid over the alerts of the last 24 hours', drawing),
        panel('Open', 'latest first', firing),
        panel('Ended', 'in the last 24 hours', ended));
    const chart = lines(drawing, 'Alerts and halts over the last 24 hours; the lists below say the same');
    const feed = poll(['/v1/alerts', '/v1/halts'], 3000, (alerts, halts) => {
        if (alerts instanceof Error) {
            fill(firing, empty(alerts.title, alerts.message));
            return;
        }
        const again = () => feed.again();
        fill(firing, alerts.open.length === 0
            ? empty('Nothing is wrong.', 'An alert appears here as it goes to PagerDuty, Slack or mail.',
                ' One cause makes one incident, however many troubles follow from it.')
            : latest(alerts.open).map((one) => incident(one, true, again)));
        fill(ended, alerts.ended.length === 0
            ? empty('Nothing ended.', 'An incident that is over stays here for a day.')
            : latest(alerts.ended).map((one) => incident(one, false, again)));
        chart.set(timeline(alerts, halts.steps ?? []), {
            marks: true,
            yAxis: {type: 'category', data: ROWS, min: null},
        });
    });
    return () => {
        feed.end();
        chart.end();
    };
}

function latest(incidents) {
    return incidents.toSorted((a, b) => b.since.localeCompare(a.since));
}

function timeline(alerts, steps) {
    const point = (time, row) => [new Date(time).getTime(), row];
    const isRecent = (step) => Date.now() - new Date(step.at).getTime() < DAY;
    return [
        {name: 'open', colour: 'bad', symbol: 'rect',
            data: alerts.open.filter((one) => !one.acknowledgedBy).map((one) => point(one.since, 'Open'))},
        {name: 'acknowledged', colour: 'warn', symbol: 'triangle',
            data: alerts.open.filter((one) => one.acknowledgedBy).map((one) => point(one.since, 'Acknowledged'))},
        {name: 'ended', colour: 'quiet', symbol: 'circle',
            data: alerts.ended.map((one) => point(one.since, 'Ended'))},
        {name: 'halt', colour: 'doubt', symbol: 'diamond',
            data: steps.filter(isRecent).filter((step) => step.step !== 'RESUMED' && step.step !== 'RESUME_ASKED')
                .map((step) => point(step.at, 'Halts'))},
        {name: 'resume', colour: 'ok', symbol: 'pin',
            data: steps.filter(isRecent).filter((step) => step.step === 'RESUMED')
                .map((step) => point(step.at, 'Halts'))},
    ];
}

function incident(one, isOpen, again) {
    return el('article', {class: `incident ${isOpen ? '' : 'over'}`, 'data-row': true, tabindex: 0,
        'data-key': one.incident, 'aria-label': one.incident},
    el('div', {class: 'head'},
        badge(one.severity),
        el('strong', {}, one.members[0]?.summary ?? one.incident),
        el('span', {class: 'grow'}),
        el('span', {class: 'quiet', title: one.incident}, 'since ', at(one.since), ' · ', since(one.since), ' ago')),
    el('ul', {class: 'members'}, one.members.map((each) => member(each, one.members.length > 1))),
    one.firing > one.members.length
        ? el('p', {class: 'quiet'}, `and ${one.firing - one.members.length} more`) : null,
    el('p', {class: 'quiet'}, told(one)),
    el('div', {class: 'buttons'}, runbooks(one), isOpen ? actions(one, again) : null));
}

/** Alone, its summary is the heading above it. */
function member(one, isOneOfMany) {
    return el('li', {},
        isOneOfMany
            ? [badge(one.firing ? one.severity : 'OVER', one.firing ? undefined : 'quiet'), ' ', one.summary]
            : null, one.count > 1 ? el('strong', {}, ` ×${one.count}`) : null,
        el('small', {}, ' last ', at(one.lastAt)),
        one.labels.orderId
            ? [' ', el('a', {href: `#orders/${one.labels.orderId}`, 'data-key': one.dedupKey}, 'order')] : null,
        el('span', {class: 'line'}, Object.entries(one.labels).map(([name, value]) =>
            el('span', {}, el('em', {}, name), ' ', el('span', {class: 'value', title: value}, value)))));
}

function told(one) {
    const channels = one.told.map((each) => each.failures > 0
        ? `${each.channel} (tries that failed: ${each.failures})` : each.channel);
    return [
        channels.length > 0 ? `told: ${channels.join(', ')}` : 'nobody was told',
        one.acknowledgedBy ? [` · in the hand of ${one.acknowledgedBy} since `, at(one.acknowledgedAt)] : null];
}

/** One link for each rule; where an installation has no runbooks, that is said. */
function runbooks(one) {
    const rules = [...new Set(one.members.map((each) => each.labels.rule).filter(Boolean))];
    const base = setting().runbooks;
    return base
        ? rules.map((rule) => el('a', {class: 'button', target: '_blank', rel: 'noopener noreferrer',
            href: `${base}/${encodeURIComponent(rule)}`, 'data-key': `${one.incident} ${rule}`}, `Runbook: ${plain(rule)}`))
        : el('span', {class: 'quiet', title: 'primegate.ops.runbooks says where they are'},
            `Runbook ${rules.map(plain).join(', ')}: this installation names no place for runbooks.`);
}

function actions(one, again) {
    const step = (what, said) => async () => {
        try {
            await change('POST', `/v1/alerts/${one.incident}/${what}`);
            say(said);
        } catch (refused) {
            say(`${refused.title}: ${refused.message}`, 'bad');
        }
        again();
    };
    return [
        one.acknowledgedBy ? null : el('button', {'data-key': `ack ${one.incident}`,
            onclick: step('acknowledge', 'You have it in hand; PagerDuty and Slack hear of it within a minute.')}, 'Acknowledge'),
        el('button', {'data-key': `end ${one.incident}`,
            onclick: step('end', 'It is over; whoever was told hears of it within a minute.')}, 'It is over'),
    ];
}
