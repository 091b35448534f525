import { area, line } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import { spread, type ChartKind, type Frame, type Series } from './chart-frame.ts';

type Drawn = TemplateResult<2>;

/** A shape for each series, so that ends of lines differ by more than colour. Drawn around 0, 0. */
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  'M-3.500-3.500h7v7h-7z',
  'M0-4.500 4.500 3.500h-9z',
  'M0-5 5 0 0 5-5 0z',
];
/** Hatching of bars, in a tile of 8 px; the first series is solid. */
const HATCHES = ['M-2 2 2-2M0 8 8 0M6 10l4-4', 'M0 4h8', 'M4 0v8', 'M-2 6l4 4M0 0l8 8M6-2l4 4', 'M0 4h8M4 0v8'];

/** The tiles that bars are filled with. */
export const hatchings = (): Drawn =>
  svg`<defs>${HATCHES.map((path, at) => svg`<pattern id="hatch-${at + 1}" class="s${at + 1}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="tint" width="8" height="8"></rect><path class="hatch" d=${path}></path></pattern>`)}</defs>`;

const fillOf = (series: number): string =>
  series === 0 ? 'currentColor' : `url(#hatch-${((series - 1) % HATCHES.length) + 1})`;

const mark = (series: number, x: number, y: number): Drawn =>
  svg`<path class="mark s${series}" d=${SHAPES[series % SHAPES.length] ?? ''} transform="translate(${x} ${y})"></path>`;

/** How a series looks, for a key beside its name. */
export const swatch = (series: number, kind: ChartKind): Drawn =>
  kind === 'line'
    ? svg`<line class="line s${series}" x1="1" x2="19" y1="5" y2="5"></line>`
    : svg`<g class="s${series}"><rect class="bar" width="10" height="10" x="5" rx="2" fill=${fillOf(series)}></rect><rect class="edge" width="9" height="9" x="5.500" y="0.500" rx="2"></rect></g>`;

/** Straight lines, for a curve would invent values between two points; with a soft ground under the first; with `at`, a mark on each at that label. */
export function lines(series: readonly Series[], frame: Frame, at: number): Drawn {
  const { x, y } = frame;
  const path = line<number>((_, index) => x(index), y);
  const ground = area<number>((_, index) => x(index), y(0), y);
  return svg`${series.map((one, index) => {
    const point = at >= 0 ? at : one.values.length - 1;
    const marked = at >= 0 || frame.direct || one.values.length === 1;
    return svg`${index === 0 ? svg`<path class="area s0" d=${ground([...one.values]) ?? ''}></path>` : ''}<path class="line s${index}" d=${path([...one.values]) ?? ''}></path>${marked ? mark(index, x(point), y(one.values[point] ?? 0)) : ''}`;
  })}`;
}

/** Bars side by side, or on each other; the ones of another label than `at` step back. */
export function bars(series: readonly Series[], frame: Frame, at: number, stacked: boolean): Drawn {
  const { x, y, band, rtl } = frame;
  const count = series[0]?.values.length ?? 0;
  const room = Math.min(band * 0.72, stacked ? 48 : 28 * series.length);
  const wide = stacked ? room : room / Math.max(1, series.length);
  return svg`${[...new Array(count).keys()].map((label) => {
    let below = 0;
    return svg`<g class=${at >= 0 && at !== label ? 'dimmed' : ''}>${series.map((one, index) => {
      const value = one.values[label] ?? 0;
      const base = stacked ? below : 0;
      below += value;
      const [top, foot] = [y(base + value), y(base)];
      const place = stacked ? 0 : rtl ? series.length - 1 - index : index;
      const left = x(label) - room / 2 + place * wide;
      const box = { x: left + (stacked ? 0 : 0.5), width: Math.max(1, wide - (stacked ? 0 : 1)) };
      return svg`<g class="s${index}"><rect class="bar" data-value=${value} x=${box.x} y=${top} width=${box.width} height=${Math.max(0, foot - top)} rx="1.500" fill=${fillOf(index)}></rect>${index > 0 && value > 0 ? svg`<rect class="edge" x=${box.x + 0.5} y=${top + 0.5} width=${Math.max(0, box.width - 1)} height=${Math.max(0, foot - top - 1)} rx="1.500"></rect>` : ''}</g>`;
    })}</g>`;
  })}`;
}

/** The names of series where they end, moved apart. */
export function names(series: readonly Series[], frame: Frame, kind: ChartKind): Drawn {
  if (!frame.direct) return svg``;
  const { y, x, band, rtl, height } = frame;
  const last = (series[0]?.values.length ?? 1) - 1;
  let below = 0;
  const ends = series.map((one) => {
    const value = one.values[last] ?? 0;
    below += value;
    return kind === 'stacked' ? y(below - value / 2) : y(value);
  });
  const places = spread(ends, 16, 10, height - 30);
  const away = (kind === 'stacked' ? band / 2 : 0) + 10;
  return svg`${series.map((one, index) => svg`<text class="name" x=${x(last) + (rtl ? -away : away)} y=${(places[index] ?? 0) + 4} text-anchor=${rtl ? 'end' : 'start'}>${one.name}</text>`)}`;
}

/** Ticks with their rules, and as many labels as there is room for. */
export function axes(frame: Frame, labels: readonly string[], at: number, format: (value: number) => string): Drawn {
  const { x, y, ticks, start, end, rtl, height, band } = frame;
  const longest = Math.max(1, ...labels.map((label) => label.length));
  const every = Math.max(1, Math.ceil((longest * 6.8 + 18) / band));
  const shown = (index: number): boolean =>
    index === at || (index % every === Math.floor(every / 2) && (at < 0 || Math.abs(index - at) >= every));
  return svg`${ticks.map((tick) => svg`<line class="rule" x1=${start} x2=${end} y1=${y(tick)} y2=${y(tick)}></line><text x=${start + (rtl ? 10 : -10)} y=${y(tick) + 4} text-anchor=${rtl ? 'start' : 'end'}>${format(tick)}</text>`)}${labels.map((label, index) => (shown(index) ? svg`<text class=${index === at ? 'here' : ''} x=${x(index)} y=${height - 5} text-anchor="middle">${label}</text>` : ''))}`;
}
