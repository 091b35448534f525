import { msg } from '@lit/localize';
import { css, nothing, type PropertyValues } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { addDays, addMonths, startOfWeek, today, weekStart, weeksOf } from './calendar-days.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';
import { localeOf } from './locale-of.ts';

/**
 * The days of one month as a grid; the week starts where the reader's does.
 *
 * Keys: arrows move by a day or a week, Home and End to the ends of the week, Page Up and Page Down by a month, with Shift
 * by a year, Enter or Space takes the day.
 *
 * @fires pick - `detail` is the day, `YYYY-MM-DD`.
 * @csspart month - The name of the month.
 * @csspart day - One day.
 */
export class Calendar extends PrefixedElement {
  static override tag = 'calendar';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        inline-size: 252px;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding-block-end: var(--_space-2);
      }
      h2 {
        font-size: var(--_font-size-m);
        font-weight: var(--_font-weight-strong);
      }
      .turn {
        display: grid;
        place-items: center;
        color: var(--_text-muted);
      }
      :host(:dir(rtl)) .turn .icon {
        scale: -1 1;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th {
        padding: 0 0 4px;
        font-size: var(--_font-size-xs);
        font-weight: var(--_font-weight-medium);
        color: var(--_text-muted);
      }
      td {
        padding: 1px 0;
        text-align: center;
      }
      button {
        inline-size: 34px;
        block-size: 32px;
        max-inline-size: 100%;
        padding: 0;
        border: 1px solid transparent;
        border-radius: var(--_radius-control);
        background: none;
        font-size: var(--_font-size-s);
        font-variant-numeric: tabular-nums;
        cursor: pointer;
      }
      button:hover:not(:disabled) {
        background: var(--_hover);
      }
      .other {
        color: var(--_text-muted);
      }
      [aria-current='date'] {
        border-color: var(--_accent-border);
        font-weight: var(--_font-weight-strong);
      }
      .between {
        background: var(--_accent-soft);
      }
      .between.first {
        border-start-start-radius: var(--_radius-control);
        border-end-start-radius: var(--_radius-control);
      }
      .between.last {
        border-start-end-radius: var(--_radius-control);
        border-end-end-radius: var(--_radius-control);
      }
      .chosen,
      .chosen:hover:not(:disabled) {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      button:disabled {
        color: var(--_text-disabled);
        text-decoration: line-through;
        cursor: default;
      }
      @media (pointer: coarse) {
        :host {
          inline-size: 322px;
          max-inline-size: 100%;
        }
        button {
          inline-size: 44px;
          block-size: 44px;
        }
      }
      @media (forced-colors: active) {
        .chosen {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
        [aria-current='date'] {
          border-color: currentColor;
        }
      }
    `,
  ];
  /** First and last chosen day; the same one where a single day is chosen. */
  @property() from = '';
  @property() until = '';
  @property() min = '';
  @property() max = '';
  /** Which day keys start from; follows them. */
  @property() at = '';
  @state() private focusing = false;

  override focus(): void {
    this.focusing = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.at || (changed.has('from') && !changed.has('at'))) this.at = this.from || this.#bounded(today());
  }
  protected override updated(): void {
    if (!this.focusing) return;
    this.focusing = false;
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  #bounded(day: string): string {
    if (this.min && day < this.min) return this.min;
    return this.max && day > this.max ? this.max : day;
  }
  #go(day: string, focus = true): void {
    this.at = this.#bounded(day);
    this.focusing = focus;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { at } = this;
    const across = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const start = startOfWeek(at, weekStart(localeOf(this)));
    const months = event.shiftKey ? 12 : 1;
    const targets: Record<string, () => string> = {
      ArrowLeft: () => addDays(at, -across),
      ArrowRight: () => addDays(at, across),
      ArrowUp: () => addDays(at, -7),
      ArrowDown: () => addDays(at, 7),
      Home: () => start,
      End: () => addDays(start, 6),
      PageUp: () => addMonths(at, -months),
      PageDown: () => addMonths(at, months),
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    this.#go(target());
  };

  #turn(months: 1 | -1): unknown {
    const next = addMonths(`${this.at.slice(0, 7)}-01`, months).slice(0, 7);
    const beyond = months < 0 ? this.min && next < this.min.slice(0, 7) : this.max && next > this.max.slice(0, 7);
    const label = months < 0 ? msg('Month before') : msg('Month after');
    return html`<button
      type="button"
      class="turn"
      aria-label=${label}
      title=${label}
      ?disabled=${Boolean(beyond)}
      @click=${() => this.#go(addMonths(this.at, months), false)}
    >
      ${icon(months < 0 ? 'previous' : 'next')}
    </button>`;
  }

  override render(): unknown {
    const locale = localeOf(this);
    const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);
    const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
    const [month, short, long, number] = [
      format({ month: 'long', year: 'numeric' }),
      format({ weekday: 'narrow' }),
      format({ weekday: 'long' }),
      new Intl.NumberFormat(locale),
    ];
    const whole = format({ dateStyle: 'full' });
    const weeks = weeksOf(this.at, weekStart(locale));
    const now = today();
    return html`<header>
        ${this.#turn(-1)}
        <h2 id="month" part="month" aria-live="polite">${month.format(instant(this.at))}</h2>
        ${this.#turn(1)}
      </header>
      <table role="grid" aria-labelledby="month" @keydown=${this.#onKey}>
        <thead>
          <tr>
            ${weeks[0]?.map((day) => html`<th scope="col" abbr=${long.format(instant(day))}>${short.format(instant(day))}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${weeks.map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.#day(day, { now, name: whole.format(instant(day)), text: number.format(Number(day.slice(8))) }))}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  #day(day: string, { now, name, text }: { now: string; name: string; text: string }): unknown {
    const { from, until, at } = this;
    const chosen = day === from || day === until;
    const between = from !== '' && until !== '' && from < until && day >= from && day <= until;
    const ends = `${day === from ? 'first' : ''} ${day === until ? 'last' : ''}`;
    return html`<td class=${between ? `between ${ends}` : ''} aria-selected=${chosen || between}>
      <button
        type="button"
        part="day"
        class="${chosen ? 'chosen' : ''} ${day.slice(0, 7) === at.slice(0, 7) ? '' : 'other'}"
        tabindex=${day === at ? 0 : -1}
        aria-label=${name}
        aria-current=${day === now ? 'date' : nothing}
        ?disabled=${(this.min !== '' && day < this.min) || (this.max !== '' && day > this.max)}
        @click=${() => {
          this.at = day;
          this.tell('pick', day);
        }}
      >
        ${text}
      </button>
    </td>`;
  }
}
