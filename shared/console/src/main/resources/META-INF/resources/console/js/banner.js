/** Where we are, as the server says it; whether money is real; whether anybody answers. */
import {actAs, onHeard} from './api.js';
import {el} from './dom.js';
import {poll} from './poll.js';
import {fill} from './region.js';
import {at} from './time.js';
import {badge} from './words.js';

let environment;
let halted;
let lastAnswer = null;
let silent = false;
let person = null;

/** What the server last said of itself; for whoever makes a link to a runbook. */
export function setting() {
    return environment ?? {};
}

export function runBanner(place) {
    const state = el('div', {class: 'state'});
    const asking = el('div', {});
    place.append(state, asking);
    const draw = () => {
        fill(state, content());
        fill(asking, who());
    };
    onHeard(({answered, person: as}) => {
        const changed = silent === answered || (answered && as !== person);
        silent = !answered;
        if (answered) {
            lastAnswer = new Date().toISOString();
            person = as;
        }
        if (changed) {
            draw();
        }
    });
    poll(['/v1/ops/environment', '/v1/halts'], 4000, (found, halts) => {
        environment = found instanceof Error ? undefined : found;
        halted = halts instanceof Error ? undefined : halts.halts;
        document.body.dataset.world = environment?.world ?? 'unknown';
        draw();
    });
    draw();
}

function content() {
    return [
        el('span', {class: 'brand'}, 'primegate'),
        world(),
        trading(),
        silent
            ? el('span', {class: 'badge bad', role: 'alert'},
                el('span', {class: 'sign', 'aria-hidden': 'true'}, '■'),
                'No answer from the API. What you see is from ',
                lastAnswer ? at(lastAnswer) : 'never')
            : null,
    ];
}

/** Without an answer it may be live: nobody is told that it is not. */
function world() {
    if (!environment) {
        return badge('ENVIRONMENT NOT KNOWN', 'warn');
    }
    return el('span', {class: 'where'},
        badge(environment.world),
        el('strong', {}, environment.environment ?? 'unnamed'),
        el('span', {class: 'quiet'}, environment.world === 'LIVE'
            ? `real money at ${environment.liveBrokers.join(', ')}`
            : 'no real money'));
}

/** Halts that cannot be read may stand: nobody is told that they do not. */
function trading() {
    if (!halted) {
        return environment ? badge('HALTS NOT KNOWN', 'warn') : null;
    }
    return halted.length === 0
        ? environment ? badge('TRADING ACTIVE', 'ok') : null
        : el('a', {href: '#halts', class: 'halted'},
            badge(`${halted.length} ${halted.length === 1 ? 'HALT' : 'HALTS'}`, 'bad'),
            halted.slice(0, 3).map((halt) => halt.scope).join(', '));
}

function who() {
    if (person === null) {
        return environment
            ? el('span', {class: 'quiet'}, `${environment.caller} of ${environment.tenant}`)
            : null;
    }
    const choice = el('select', {id: 'person', 'data-key': 'person', onchange: () => {
        actAs(choice.value);
        location.reload();
    }}, [...new Set([person, 'demo', 'jane', 'joe'])].map((name) =>
        el('option', {value: name, selected: name === person}, name)));
    return el('label', {class: 'quiet', title: 'The demo believes whoever calls'},
        'acting as ', choice);
}
