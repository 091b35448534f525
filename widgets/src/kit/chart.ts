import { msg } from '@lit/localize';
import { svg } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { chartFrame, labelAt, ROOM_FOR_NAMES, type ChartKind, type Frame, type Series } from './chart-frame.ts';
import { axes, bars, hatchings, lines, names, swatch } from './chart-marks.ts';
import { chartStyles, numbersStyles } from './chart.styles.ts';
import { kitStyles } from './kit.styles.ts';
import { numbersTable } from './numbers-table.ts';

export type { Series } from './chart-frame.ts';

/**
 * Series over the same labels as lines, as bars side by side or as bars on each other. Lines and stacks carry their names at
 * their ends. Series differ by dash, shape or hatching as well as by hue. The numbers behind can be read as a table.
 *
 * Keys: arrows read one label after the other, Home and End the first and last, Escape puts the reading away. The pointer reads
 * what it is over.
 *
 * @csspart plot - What is drawn.
 * @csspart numbers - The table in its place.
 */
export class Chart extends PrefixedElement {
  static override tag = 'chart';
  static override uses = [Button];
  static override styles = [kitStyles, chartStyles, numbersStyles];

  @property({ attribute: false }) series: readonly Series[] = [];
  @property({ attribute: false }) labels: readonly string[] = [];
  /** Writes a value where there is little room. */
  @property({ attribute: false }) format: (value: number) => string = String;
  /** Writes a value in full, for the reading and the table; as `format` when left out. */
  @property({ attribute: false }) exact: ((value: number) => string) | null = null;
  /** What it shows, in a few words. */
  @property() label = '';
  /** What the labels are. */
  @property({ attribute: 'label-name' }) labelName = '';
  @property() kind: ChartKind = 'line';
  @property({ type: Number }) height = 240;
  @state() private width = 640;
  @state() private at = -1;
  @state() private asTable = false;
  // In the next frame, so that what stands around it is measured once in each.
  readonly #resize = new ResizeObserver(([entry]) => {
    requestAnimationFrame(() => this.#fit(entry?.contentRect.width));
  });

  #fit(width = 0): void {
    if (width > 0) this.width = Math.max(220, Math.round(width));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Drawn at its width from the beginning.
    this.#fit(this.clientWidth);
    this.#resize.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  get #write(): (value: number) => string {
    return this.exact ?? this.format;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = this.labels.length - 1;
    const now = this.at < 0 ? last : this.at;
    const onward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const places: Record<string, number> = {
      ArrowRight: now + onward,
      ArrowLeft: now - onward,
      ArrowUp: now + 1,
      ArrowDown: now - 1,
      PageUp: now + 7,
      PageDown: now - 7,
      Home: 0,
      End: last,
    };
    const place = places[event.key];
    if (event.key === 'Escape' && this.at >= 0) this.at = -1;
    else if (place !== undefined) this.at = Math.min(last, Math.max(0, place));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  override render(): unknown {
    const { series, labels, kind } = this;
    const reading = this.at >= 0 && this.at < labels.length;
    const rtl = this.isConnected && getComputedStyle(this).direction === 'rtl';
    const frame = chartFrame({
      kind,
      series,
      count: labels.length,
      width: this.width,
      height: this.height,
      rtl,
      format: this.format,
    });
    const keys = reading || (!frame.direct && series.length > 1);
    return html`<div class="head ${this.width < ROOM_FOR_NAMES ? 'narrow' : ''}">
        <strong>${reading && !this.asTable ? labels[this.at] : this.label}</strong>
        ${
          keys && !this.asTable
            ? html`<div class="keys">${series.map((one, index) => this.#key(one, index, reading))}</div>`
            : ''
        }
        <x-button
          class="push"
          size="small"
          variant="quiet"
          icon=${this.asTable ? 'chart' : 'table'}
          @click=${() => {
            [this.asTable, this.at] = [!this.asTable, -1];
          }}
          >${this.asTable ? msg('Show as chart') : msg('Show as table')}</x-button
        >
      </div>
      ${this.asTable ? this.#table() : labels.length === 0 ? html`<p class="nothing">${msg('No numbers yet')}</p>` : this.#drawing(frame)}`;
  }

  #key(one: Series, index: number, reading: boolean): unknown {
    return html`<span class="key"
      ><svg viewBox="0 0 20 10" aria-hidden="true">${swatch(index, this.kind)}</svg>${one.name}
      ${reading ? html`<b>${this.#write(one.values[this.at] ?? 0)}</b>` : ''}</span
    >`;
  }

  /** One label and its values, as they are said. */
  #said(at: number): string {
    const values = this.series.map((one) => `${one.name} ${this.#write(one.values[at] ?? 0)}`);
    return `${this.labels[at] ?? ''}: ${values.join(', ')}`;
  }

  #drawing(frame: Frame): unknown {
    const { labels, series, at, kind } = this;
    const { width, height, y, x } = frame;
    const last = labels.length - 1;
    const read = (event: PointerEvent): void => {
      const plot = event.currentTarget;
      if (!(plot instanceof Element)) return;
      this.at = labelAt(frame, event.clientX - plot.getBoundingClientRect().left, labels.length);
    };
    return html`<div
      class="plot"
      part="plot"
      role="slider"
      tabindex="0"
      aria-label=${this.label}
      aria-orientation="horizontal"
      aria-valuemin="1"
      aria-valuemax=${labels.length}
      aria-valuenow=${(at < 0 ? last : at) + 1}
      aria-valuetext=${this.#said(at < 0 ? last : at)}
      @keydown=${this.#onKey}
      @pointermove=${read}
      @pointerdown=${read}
      @pointerleave=${() => (this.at = -1)}
      @blur=${() => (this.at = -1)}
    >
      <svg viewBox="0 0 ${width} ${height}" height=${height} direction="ltr" aria-hidden="true">
        ${hatchings()}${axes(frame, labels, at, this.format)}
        ${at >= 0 && kind === 'line' ? svg`<line class="cursor" x1=${x(at)} x2=${x(at)} y1="6" y2=${y(0)}></line>` : ''}
        ${kind === 'line' ? lines(series, frame, at) : bars(series, frame, at, kind === 'stacked')}
        ${names(series, frame, kind)}
      </svg>
    </div>`;
  }

  #table(): unknown {
    return numbersTable({
      caption: this.label,
      head: [this.labelName || msg('Day'), ...this.series.map((one) => one.name)],
      rows: this.labels.map((label, at) => [label, ...this.series.map((one) => this.#write(one.values[at] ?? 0))]),
    });
  }
}
