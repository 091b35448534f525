import { msg, str } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Column } from './table-layout.ts';

export interface RowOptions {
  index: number;
  /** Undefined while it is not loaded. */
  row: unknown;
  columns: readonly Column<never>[];
  /** Its looks where there is no room for columns; null shows columns. */
  card: ((row: never) => unknown) | null;
  /** Null where nothing can be chosen. */
  chosen: boolean | null;
  name: string;
  /** Where it leads, for another tab or to be copied; null where it has no address. */
  href: string | null;
  /** The cell in the tab order, -1 for the row itself; null when another row is. */
  active: number | null;
  /** Whether something beside the table is about it. */
  pointed: boolean;
  toggle: (event: MouseEvent) => void;
  focused: () => void;
  /** The pointer or the focus came to it. */
  point: () => void;
}

/** A box to tick inside a row: native and light, for there are many. */
export function tick(label: string, on: boolean | 'mixed', change: (event: MouseEvent) => void): TemplateResult {
  return html`<label class="tick"
    ><input
      type="checkbox"
      aria-label=${label}
      tabindex="-1"
      .checked=${on === true}
      .indeterminate=${on === 'mixed'}
      @click=${change}
  /></label>`;
}

/** Plain text in the first cell gets a box, for only a box in a row of boxes can end in an ellipsis. */
const content = (shown: unknown, at: number): unknown =>
  at === 0 && typeof shown === 'string' ? html`<span>${shown}</span>` : shown;

/** Around what names a row: the browser's own link, out of the tab order, for the row itself is in it. */
const linked = (href: string | null, shown: unknown): unknown =>
  href ? html`<a class="go" href=${href} tabindex="-1" draggable="false">${shown}</a>` : shown;

/** One row: cells, or a card, or the shape of what is coming. */
export function tableRow(options: RowOptions): TemplateResult {
  const { index, columns, card, chosen, active, href } = options;
  const row = options.row as never; // Rows and cells come from the same caller, who knows their type.
  const known = options.row !== undefined;
  const box =
    chosen === null
      ? ''
      : tick(options.name ? msg(str`Select ${options.name}`) : msg('Select'), chosen, options.toggle);
  return html`<div
    class="line ${known ? '' : 'coming'} ${options.pointed ? 'pointed' : ''}"
    role="row"
    data-index=${index}
    aria-rowindex=${index + 2}
    aria-current=${options.pointed ? 'true' : nothing}
    aria-selected=${chosen === null ? nothing : String(chosen)}
    tabindex=${active === -1 ? 0 : -1}
    @focus=${() => (options.focused(), options.point())}
    @mouseover=${options.point}
  >
    ${
      card
        ? html`<div class="card" role="gridcell">
            ${known ? html`${box}${linked(href, card(row))}` : html`<i></i>`}
          </div>`
        : columns.map(
            (column, at) =>
              html`<div
                class="cell ${column.align ?? ''} ${at === 0 ? 'first' : ''} ${column.hideLabel ? 'acts' : ''}"
                role="gridcell"
                tabindex=${active === at ? 0 : nothing}
              >
                ${at === 0 ? box : ''}${known ? linked(at === 0 ? href : null, content(column.cell(row), at)) : html`<i></i>`}
              </div>`,
          )
    }
  </div>`;
}
