import { msg } from '@lit/localize';
import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { css, svg } from 'lit';
import { property, state } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { Button } from './button.ts';
import { kitStyles } from './kit.styles.ts';

export interface Series {
  name: string;
  values: readonly number[];
}
const MARGIN = { top: 12, bottom: 24, start: 40 };

/**
 * Series over the same days as lines with a soft ground, or as bars. Each day can be reached by arrow keys, and the numbers
 * can be read as a table. Series differ by dash and by label, never by colour alone.
 */
export class Chart extends PrefixedElement {
  static override tag = 'chart';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        position: relative;
        min-inline-size: 0;
      }
      svg {
        display: block;
        inline-size: 100%;
        overflow: visible;
      }
      svg:focus-visible {
        outline-offset: 4px;
        border-radius: var(--_radius-control);
      }
      text {
        font-size: 11px;
        fill: var(--_text-muted);
        font-variant-numeric: tabular-nums;
      }
      .rule {
        stroke: var(--_border);
        shape-rendering: crispEdges;
      }
      .line {
        fill: none;
        stroke-width: 2;
        stroke-linejoin: round;
        stroke-linecap: round;
      }
      .area {
        opacity: 0.09;
      }
      .s0 {
        stroke: var(--_accent-mark);
        fill: var(--_accent-mark);
        color: var(--_accent-text);
      }
      .s1 {
        stroke: var(--_chart-3);
        fill: var(--_chart-3);
        color: var(--_text);
        stroke-dasharray: 6 4;
      }
      .s2 {
        stroke: var(--_chart-2);
        fill: var(--_chart-2);
        color: var(--_text);
        stroke-dasharray: 1 5;
      }
      .s3 {
        stroke: var(--_neutral-8);
        fill: var(--_neutral-8);
        color: var(--_text);
        stroke-dasharray: 2 3;
      }
      .area,
      .bar {
        stroke: none;
      }
      .line.s0,
      .line.s1,
      .line.s2,
      .line.s3 {
        fill: none;
      }
      .cursor {
        stroke: var(--_border-strong);
      }
      .dot {
        stroke: var(--_surface);
        stroke-width: 2;
        stroke-dasharray: none;
      }
      .legend {
        display: flex;
        gap: 4px 16px;
        flex-wrap: wrap;
        align-items: center;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
        margin-block-end: var(--_space-2);
        min-block-size: 28px;
      }
      .legend span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
      .legend svg {
        inline-size: 18px;
        block-size: 8px;
      }
      .legend b {
        font-weight: var(--_font-weight-strong);
        color: var(--_text);
        font-variant-numeric: tabular-nums;
      }
      .push {
        margin-inline-start: auto;
      }
      .numbers {
        max-block-size: 260px;
        overflow: auto;
      }
      table {
        border-collapse: collapse;
        inline-size: 100%;
        font-size: var(--_font-size-s);
        font-variant-numeric: tabular-nums;
      }
      th {
        font-weight: var(--_font-weight-medium);
        color: var(--_text-muted);
        text-align: end;
        position: sticky;
        inset-block-start: 0;
        background: var(--_surface);
      }
      th:first-child,
      td:first-child {
        text-align: start;
      }
      td,
      th {
        padding: 6px 8px;
        border-block-end: 1px solid var(--_border);
        text-align: end;
      }
    `,
  ];
  @property({ attribute: false }) series: readonly Series[] = [];
  @property({ attribute: false }) labels: readonly string[] = [];
  @property({ attribute: false }) format: (value: number) => string = String;
  @property() label = '';
  @property() kind: 'line' | 'bar' = 'line';
  @property({ type: Number }) height = 240;
  @state() private width = 640;
  @state() private at = -1;
  @state() private asTable = false;
  readonly #resize = new ResizeObserver(
    ([entry]) => (this.width = Math.max(240, Math.round(entry?.contentRect.width ?? 640))),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = this.labels.length - 1;
    const next: Record<string, number> = {
      ArrowRight: this.at + 1,
      ArrowLeft: this.at - 1,
      Home: 0,
      End: last,
      Escape: -1,
    };
    if (!(event.key in next)) return;
    event.preventDefault();
    this.at = event.key === 'Escape' ? -1 : Math.min(last, Math.max(0, next[event.key] ?? 0));
  };

  override render(): unknown {
    const shown = this.at >= 0 ? this.at : null;
    return html`<div class="legend">
        ${this.series.map(
          (one, index) =>
            html`<span
              ><svg viewBox="0 0 18 8" aria-hidden="true">
                ${svg`<line class="line s${index}" x1="1" x2="17" y1="4" y2="4"></line>`}</svg
              >${one.name} ${shown === null ? '' : html`<b>${this.format(one.values[shown] ?? 0)}</b>`}</span
            >`,
        )}
        ${shown === null ? '' : html`<span>${this.labels[shown]}</span>`}
        <x-button class="push" size="small" variant="quiet" @click=${() => (this.asTable = !this.asTable)}
          >${this.asTable ? msg('Show chart') : msg('Show numbers')}</x-button
        >
      </div>
      ${this.asTable ? this.#table() : this.#drawing()}
      <div class="visually-hidden" aria-live="polite">
        ${shown === null ? '' : `${this.labels[shown] ?? ''}: ${this.series.map((one) => `${one.name} ${this.format(one.values[shown] ?? 0)}`).join(', ')}`}
      </div>`;
  }

  #drawing(): unknown {
    const { width, height, labels } = this;
    const high = Math.max(4, ...this.series.flatMap((one) => one.values));
    const y = scaleLinear([0, high], [height - MARGIN.bottom, MARGIN.top]).nice(4);
    const ticks = y.ticks(4).filter(Number.isInteger);
    const band = (width - MARGIN.start) / Math.max(1, labels.length);
    const x = (index: number): number => MARGIN.start + band * (index + 0.5);
    const path = line<number>(
      (_, index) => x(index),
      (value) => y(value),
    ).curve(curveMonotoneX);
    const ground = area<number>(
      (_, index) => x(index),
      y(0),
      (value) => y(value),
    ).curve(curveMonotoneX);
    const every = Math.ceil(labels.length / Math.max(2, Math.floor(width / 110)));
    const point = (event: PointerEvent): void => {
      const left = (event.currentTarget as Element).getBoundingClientRect().left;
      this.at = Math.min(labels.length - 1, Math.max(0, Math.floor((event.clientX - left - MARGIN.start) / band)));
    };
    return html`<svg
      viewBox="0 0 ${width} ${height}"
      height=${height}
      direction="ltr"
      tabindex="0"
      role="img"
      aria-label="${this.label}. ${msg('Use the arrow keys to read each day.')}"
      @keydown=${this.#onKey}
      @pointermove=${point}
      @pointerleave=${() => (this.at = -1)}
      @blur=${() => (this.at = -1)}
    >
      ${ticks.map((tick) => svg`<line class="rule" x1=${MARGIN.start} x2=${width} y1=${y(tick)} y2=${y(tick)}></line><text x=${MARGIN.start - 10} y=${y(tick) + 4} text-anchor="end">${this.format(tick)}</text>`)}
      ${labels.map((label, index) => (index % every === Math.floor(every / 2) ? svg`<text x=${x(index)} y=${height - 4} text-anchor="middle">${label}</text>` : ''))}
      ${this.at >= 0 ? svg`<line class="cursor" x1=${x(this.at)} x2=${x(this.at)} y1=${MARGIN.top} y2=${y(0)}></line>` : ''}
      ${this.series.map((one, index) =>
        this.kind === 'bar'
          ? one.values.map(
              (value, day) =>
                svg`<rect class="bar s${index}" x=${x(day) - band * 0.35 + (band * 0.7 * index) / this.series.length} y=${y(value)} width=${(band * 0.7) / this.series.length} height=${Math.max(0, y(0) - y(value))} rx="1.500"></rect>`,
            )
          : svg`${index === 0 ? svg`<path class="area s0" d=${ground([...one.values]) ?? ''}></path>` : ''}<path class="line s${index}" d=${path([...one.values]) ?? ''}></path>`,
      )}
      ${this.at >= 0 && this.kind === 'line' ? this.series.map((one, index) => svg`<circle class="dot s${index}" r="4" cx=${x(this.at)} cy=${y(one.values[this.at] ?? 0)}></circle>`) : ''}
    </svg>`;
  }

  #table(): unknown {
    return html`<div class="numbers" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Day')}</th>
            ${this.series.map((one) => html`<th scope="col">${one.name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.labels.map(
            (label, index) =>
              html`<tr>
                <td>${label}</td>
                ${this.series.map((one) => html`<td>${this.format(one.values[index] ?? 0)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
