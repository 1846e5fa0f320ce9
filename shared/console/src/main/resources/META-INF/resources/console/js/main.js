/** The page: five screens, their keys, and the banner above them. */
import * as alerts from './screens/alerts.js';
import * as breaks from './screens/breaks.js';
import * as halts from './screens/halts.js';
import * as now from './screens/now.js';
import * as orders from './screens/orders.js';
import {runBanner} from './banner.js';
import {el} from './dom.js';
import {listen} from './keys.js';
import {watchPresses} from './region.js';
import {runClocks} from './time.js';

const SCREENS = [
    {name: 'now', title: 'Now', screen: now},
    {name: 'orders', title: 'Orders', screen: orders},
    {name: 'halts', title: 'Halts', screen: halts},
    {name: 'breaks', title: 'Breaks', screen: breaks},
    {name: 'alerts', title: 'Alerts', screen: alerts},
];

const main = document.getElementById('main');
let leave = () => {};

/** Shows what the address names: `#orders/ID` is an order, and a page somebody can be sent. */
function go() {
    const [name, ...rest] = location.hash.slice(1).split('/');
    const entry = SCREENS.find((one) => one.name === name) ?? SCREENS[0];
    leave();
    main.replaceChildren();
    main.className = entry.name;
    main.setAttribute('aria-label', entry.title);
    document.title = `${entry.title} · primegate console`;
    leave = entry.screen.open(main, rest.map(decodeURIComponent).join('/'));
    for (const link of document.querySelectorAll('#screens a')) {
        link.toggleAttribute('aria-current', link.hash === `#${entry.name}`);
        if (link.hasAttribute('aria-current')) {
            link.setAttribute('aria-current', 'page');
        }
    }
}

document.getElementById('screens').append(...SCREENS.map((entry, i) =>
    el('a', {href: `#${entry.name}`}, el('kbd', {'aria-hidden': 'true'}, String(i + 1)),
        ` ${entry.title}`)));
watchPresses();
listen(SCREENS.map((entry) => entry.name));
runBanner(document.getElementById('banner'));
runClocks();
addEventListener('hashchange', go);
go();
