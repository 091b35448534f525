import { msg } from '@lit/localize';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { Checkbox } from './checkbox.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';
import { tableStyles } from './table.styles.ts';

export interface Column<T> {
  id: string;
  label: string;
  /** A CSS grid track; `minmax(120px, 1fr)` when left out. */
  width?: string;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** The label is heard but not seen. */
  hideLabel?: boolean;
  cell: (row: T) => unknown;
}
export interface Sorting {
  by: string;
  direction: 'asc' | 'desc';
}
interface Row {
  id: string;
}

/**
 * Rows in a window that moves over them: a million cost as much as twenty. Arrow keys move, Enter opens, Space selects.
 * Below 620 px of its own width each row is a card.
 *
 * @event open-row - `detail` is the row.
 * @event sort - `detail` is the new sorting.
 * @event select-rows - `detail` is the set of ids.
 * @event need-more - The end is near.
 */
export class Table extends PrefixedElement {
  static override tag = 'table';
  static override uses = [Checkbox];
  static override styles = [kitStyles, tableStyles];

  @property({ attribute: false }) columns: readonly Column<never>[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** What a row looks like where there is no room for columns. */
  @property({ attribute: false }) card: ((row: never) => unknown) | null = null;
  @property({ attribute: false }) sorting: Sorting | null = null;
  @property({ attribute: false }) selected: ReadonlySet<string> | null = null;
  @property() label = '';
  /** Rows there are in all, loaded or not. */
  @property({ type: Number }) total = -1;
  @property({ type: Boolean, attribute: 'has-more' }) hasMore = false;
  @property({ type: Boolean }) openable = false;
  @property({ type: Number, attribute: 'card-height' }) cardHeight = 76;
  @query('.scroll') private scroller!: HTMLElement;
  @state() private narrow = false;
  @state() private active = 0;
  #rowHeight = 44;

  readonly #virtual = new VirtualizerController<HTMLElement, HTMLElement>(this, {
    getScrollElement: () => this.scroller ?? null,
    count: 0,
    estimateSize: () => this.#rowHeight,
    overscan: 8,
  });
  readonly #resize = new ResizeObserver(([entry]) => {
    this.narrow = (entry?.contentRect.width ?? 999) <= 620;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const height =
      this.narrow && this.card
        ? this.cardHeight
        : parseFloat(getComputedStyle(this).getPropertyValue('--_row-height')) || 44;
    const virtualizer = this.#virtual.getVirtualizer();
    const resized = height !== this.#rowHeight;
    this.#rowHeight = height;
    if (resized || changed.has('rows')) virtualizer.setOptions({ ...virtualizer.options, count: this.rows.length });
    if (resized) virtualizer.measure();
    if (this.active >= this.rows.length) this.active = Math.max(0, this.rows.length - 1);
  }

  protected override updated(): void {
    const tracks = this.columns.map((column) => column.width ?? 'minmax(120px, 1fr)').join(' ');
    this.style.setProperty('--columns', tracks);
    this.style.setProperty('--card', `${this.cardHeight}px`);
    const items = this.#virtual.getVirtualizer().getVirtualItems();
    const total = this.#virtual.getVirtualizer().getTotalSize();
    this.#pad('.before', items[0]?.start ?? 0);
    this.#pad('.after', total - (items.at(-1)?.end ?? 0));
    if (this.hasMore && (items.at(-1)?.index ?? 0) >= this.rows.length - 15) this.tell('need-more');
  }

  #pad(selector: string, height: number): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.style.setProperty('height', `${height}px`);
  }

  #sort(id: string): void {
    const direction = this.sorting?.by === id && this.sorting.direction === 'asc' ? 'desc' : 'asc';
    this.tell('sort', { by: id, direction } satisfies Sorting);
  }

  #toggle(id: string, on: boolean): void {
    const selected = new Set(this.selected);
    if (on) selected.add(id);
    else selected.delete(id);
    this.tell('select-rows', selected);
  }

  async #move(to: number): Promise<void> {
    this.active = Math.min(this.rows.length - 1, Math.max(0, to));
    this.#virtual.getVirtualizer().scrollToIndex(this.active);
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    this.renderRoot.querySelector<HTMLElement>(`.line[data-index="${this.active}"]`)?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if ((event.target as HTMLElement).getAttribute('role') !== 'row') return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -Infinity,
      End: Infinity,
    };
    const row = this.rows[this.active];
    if (event.key in steps) void this.#move(this.active + (steps[event.key] ?? 0));
    else if (event.key === 'Enter' && row) this.tell('open-row', row);
    else if (event.key === ' ' && row && this.selected) this.#toggle(row.id, !this.selected.has(row.id));
    else return;
    event.preventDefault();
  };

  override render(): unknown {
    const all = this.selected !== null && this.rows.length > 0 && this.selected.size >= this.rows.length;
    return html`<div class="scroll" part="scroll">
      <div
        class="grid"
        role="grid"
        aria-label=${this.label}
        aria-rowcount=${this.total >= 0 ? this.total + 1 : -1}
        aria-multiselectable=${this.selected ? 'true' : nothing}
      >
        <div role="rowgroup">
          <div class="line head" role="row" aria-rowindex="1">
            ${this.columns.map(
              (column, index) =>
                html`<div
                  class="cell ${column.align ?? ''} ${index === 0 ? 'first' : ''}"
                  role="columnheader"
                  aria-sort=${this.sorting?.by === column.id ? (this.sorting.direction === 'asc' ? 'ascending' : 'descending') : nothing}
                >
                  ${
                    index === 0 && this.selected
                      ? html`<x-checkbox
                          hide-label
                          label=${msg('Select all that are loaded')}
                          .checked=${all}
                          .mixed=${!all && this.selected.size > 0}
                          @change=${() => this.tell('select-rows', new Set(all ? [] : this.rows.map((row) => row.id)))}
                        ></x-checkbox>`
                      : ''
                  }
                  ${
                    column.sortable
                      ? html`<button @click=${() => this.#sort(column.id)}>
                          ${column.label}${this.sorting?.by === column.id ? icon(this.sorting.direction === 'asc' ? 'sortUp' : 'sortDown') : ''}
                        </button>`
                      : column.hideLabel
                        ? html`<span class="visually-hidden">${column.label}</span>`
                        : column.label
                  }
                </div>`,
            )}
          </div>
        </div>
        <div class="body ${this.openable ? 'open' : ''}" role="rowgroup" @keydown=${this.#onKey}>
          <div class="before"></div>
          ${repeat(
            this.#virtual.getVirtualizer().getVirtualItems(),
            (item) => this.rows[item.index]?.id ?? item.index,
            (item) => this.#row(item.index),
          )}
          <div class="after"></div>
        </div>
      </div>
      ${this.hasMore ? html`<div class="foot">${msg('Loading more')}</div>` : ''}
    </div>`;
  }

  #row(index: number): unknown {
    const row = this.rows[index] as never; // Rows and cells come from the same caller, who knows their type.
    if (!row) return '';
    const id = (row as Row).id;
    const chosen = this.selected?.has(id) ?? false;
    const cards = this.narrow && this.card;
    return html`<div
      class="line"
      role="row"
      data-index=${index}
      aria-rowindex=${index + 2}
      aria-selected=${this.selected ? String(chosen) : nothing}
      tabindex=${index === this.active ? 0 : -1}
      @focus=${() => (this.active = index)}
      @click=${() => this.tell('open-row', row)}
    >
      ${
        cards
          ? html`<div role="gridcell">${this.card?.(row)}</div>`
          : this.columns.map(
              (column, at) =>
                html`<div class="cell ${column.align ?? ''} ${at === 0 ? 'first' : ''}" role="gridcell">
                  ${
                    at === 0 && this.selected
                      ? html`<x-checkbox
                          hide-label
                          label=${msg('Select')}
                          .checked=${chosen}
                          @click=${(event: Event) => event.stopPropagation()}
                          @change=${(event: Event) => this.#toggle(id, (event.target as Checkbox).checked)}
                        ></x-checkbox>`
                      : ''
                  }${column.cell(row)}
                </div>`,
            )
      }
    </div>`;
  }
}
