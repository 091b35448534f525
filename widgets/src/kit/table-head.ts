import { msg, str } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import { icon } from './draw-icon.ts';
import type { TableArranging } from './table-arranging.ts';
import type { Column } from './table-layout.ts';
import { tick } from './table-row.ts';

export interface Sorting {
  by: string;
  direction: 'asc' | 'desc';
}
export interface HeadOptions {
  columns: readonly Column<never>[];
  sorting: Sorting | null;
  /** The head cell in the tab order. */
  active: number;
  /** The box that chooses all rows; null where nothing can be chosen. */
  all: { on: boolean | 'mixed'; toggle: () => void } | null;
  arranging: TableArranging | null;
  sortBy: (id: string) => void;
  focused: (at: number) => void;
}

/** The row of column heads. Left and right move between them, Enter sorts, Shift and an arrow resize, with Ctrl they move the column. */
export function tableHead(options: HeadOptions): TemplateResult {
  const { columns, sorting, all, arranging } = options;
  const sorted = ({ id }: Column<never>): 'ascending' | 'descending' | typeof nothing =>
    sorting?.by !== id ? nothing : sorting.direction === 'asc' ? 'ascending' : 'descending';
  return html`<div class="line head" role="row" aria-rowindex="1">
    ${columns.map((column, at) => {
      const tab = at === options.active ? 0 : -1;
      const keys = arranging ? 'Shift+ArrowLeft Shift+ArrowRight' : nothing;
      return html`<div
        class="cell ${column.align ?? ''} ${at === 0 ? 'first' : ''} ${column.hideLabel ? 'acts' : ''}"
        role="columnheader"
        data-column=${column.id}
        aria-sort=${sorted(column)}
        aria-keyshortcuts=${keys}
        tabindex=${column.sortable ? nothing : tab}
        @focusin=${() => options.focused(at)}
      >
        ${at === 0 && all ? tick(msg('Select all'), all.on, all.toggle) : ''}
        ${
          column.sortable
            ? html`<button tabindex=${tab} @click=${() => options.sortBy(column.id)}>
                <span class="cut">${column.label}</span
                >${sorting?.by === column.id ? icon(sorting.direction === 'asc' ? 'sortUp' : 'sortDown') : ''}
              </button>`
            : html`<span class=${column.hideLabel ? 'visually-hidden' : 'cut'}>${column.label}</span>`
        }
        ${
          arranging && !column.hideLabel
            ? html`<i
                class="grip"
                aria-hidden="true"
                title=${msg(str`Drag to resize ${column.label}`)}
                @pointerdown=${arranging.begin}
                @dblclick=${arranging.reset}
              ></i>`
            : ''
        }
      </div>`;
    })}
  </div>`;
}

/** How rows are sorted once the head of a column was pressed: upwards, and downwards when they were. */
export const sortedBy = (id: string, now: Sorting | null): Sorting => ({
  by: id,
  direction: now?.by === id && now.direction === 'asc' ? 'desc' : 'asc',
});
