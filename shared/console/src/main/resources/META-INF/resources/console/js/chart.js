/** Lines over time, drawn by ECharts in the colours of the page. */

const all = new Set();
new ResizeObserver(() => all.forEach((chart) => chart.resize())).observe(document.body);

/** A chart in a new element; `set` gives it series, `end` frees it. */
export function lines(place, label) {
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', label);
    const chart = window.echarts.init(place, null, {renderer: 'canvas'});
    all.add(chart);
    return {
        set: (series, options = {}) => chart.setOption(option(series, options), true),
        end: () => {
            all.delete(chart);
            chart.dispose();
        },
    };
}

/** The value of a colour of the style sheet. */
export function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** Told apart by dashes and marks too, not by colour alone. */
const COLOURS = ['line-1', 'line-2', 'line-3', 'line-4'];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]];
const MARKS = ['circle', 'rect', 'triangle', 'diamond'];

function option(series, {unit = '', max, yAxis = {}, marks = false}) {
    const quiet = colour('quiet');
    const grid = colour('edge');
    return {
        animation: false,
        textStyle: {fontFamily: 'inherit'},
        grid: {left: 48, right: 16, top: 34, bottom: 28},
        legend: {top: 0, left: 0, textStyle: {color: colour('text')}, itemWidth: 28},
        // Rich text is drawn; the other way needs styles in markup, which the policy forbids.
        tooltip: {trigger: marks ? 'item' : 'axis', renderMode: 'richText', valueFormatter: (v) => `${v}${unit}`},
        // A mark at the edge would be half a mark.
        xAxis: {type: 'time', useUTC: true, boundaryGap: marks ? ['2%', '2%'] : false, axisLabel: {color: quiet, hideOverlap: true, formatter: '{HH}:{mm}:{ss}'}, axisLine: {lineStyle: {color: grid}}},
        yAxis: {type: 'value', min: 0, max, axisLabel: {color: quiet, formatter: `{value}${unit}`}, splitLine: {lineStyle: {color: grid}}, ...yAxis},
        useUTC: true,
        series: series.map((one, i) => ({
            type: 'line',
            name: one.name,
            data: one.data,
            showSymbol: marks,
            symbol: one.symbol ?? MARKS[i % MARKS.length],
            symbolSize: 12,
            color: colour(one.colour ?? COLOURS[i % COLOURS.length]),
            lineStyle: {width: marks ? 0 : 2, type: one.dash ?? DASHES[i % DASHES.length]},
        })),
    };
}
