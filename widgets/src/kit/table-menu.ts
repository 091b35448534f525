import { msg, str } from '@lit/localize';
import { css } from 'lit';
import { property, query } from '../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';
import { placePopover } from './place-popover.ts';
import type { Sorting } from './table-head.ts';
import { isShown, moveColumn, orderColumns, showColumn, type Column, type TableLayout } from './table-layout.ts';

/**
 * How a table is looked at: which columns, in what order, how dense, and, where heads have no room, sorted by what.
 * Up and down move between columns, Space shows or hides one, Alt and up or down move it.
 *
 * @fires arrange - `detail` is the new layout.
 * @fires densify - `detail` is `normal` or `compact`.
 * @fires sort - `detail` is the new sorting.
 */
export class TableMenu extends PrefixedElement {
  static override tag = 'table-menu';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        flex: none;
      }
      .panel {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 10px;
        inline-size: min(280px, calc(100vw - 16px));
        max-block-size: min(460px, calc(100dvh - 16px));
        overflow: auto;
        border: 0;
        border-radius: var(--_radius-card);
        background: var(--_raised);
        color: var(--_text);
        box-shadow:
          var(--_shadow-overlay),
          0 0 0 1px var(--_border);
      }
      h3 {
        font-size: var(--_font-size-xs);
        font-weight: var(--_font-weight-medium);
        color: var(--_text-muted);
        padding: 8px 6px 4px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 2px;
        border-radius: calc(var(--_radius-card) - 4px);
      }
      li:hover,
      li:has(:focus-visible) {
        background: var(--_hover);
      }
      label {
        flex: 1;
        display: flex;
        align-items: center;
        gap: 9px;
        min-inline-size: 0;
        min-block-size: 32px;
        padding-inline: 6px;
        cursor: pointer;
      }
      input {
        accent-color: var(--_accent-mark);
        inline-size: 16px;
        block-size: 16px;
        flex: none;
      }
      small {
        margin-inline-start: auto;
        flex: none;
        font-size: var(--_font-size-xs);
        color: var(--_text-muted);
      }
      .move {
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: var(--_text-muted);
        cursor: pointer;
      }
      .move:disabled {
        color: var(--_text-disabled);
        cursor: default;
      }
      .move:hover:enabled {
        background: var(--_pressed);
      }
      .pick {
        display: flex;
        gap: 6px;
        padding: 0 6px 4px;
      }
      select {
        flex: 1;
        min-inline-size: 0;
        min-block-size: var(--_control-height);
        padding-inline: 8px;
        border: var(--_border-width) solid var(--_border-control);
        border-radius: var(--_radius-control);
        background: var(--_surface);
        color: var(--_text);
      }
      .turn {
        border: var(--_border-width) solid var(--_border-control);
        block-size: var(--_control-height);
        inline-size: var(--_control-height);
      }
      @media (pointer: coarse) {
        label,
        select,
        .move {
          min-block-size: var(--_control-height-touch);
          min-inline-size: var(--_control-height-touch);
        }
      }
    `,
  ];
  @property({ attribute: false }) columns: readonly Pick<Column<never>, 'id' | 'label' | 'sortable' | 'hideLabel'>[] =
    [];
  @property({ attribute: false }) layout: TableLayout = {};
  /** Columns that the width has no room for, by id; null where rows are cards, which have no columns. */
  @property({ attribute: false }) unfit: readonly string[] | null = [];
  @property({ attribute: false }) sorting: Sorting | null = null;
  @property() density: 'normal' | 'compact' = 'normal';
  @query('.panel') private panel!: HTMLElement;
  @query('.trigger') private trigger!: Button;

  readonly #open = (): void => {
    if (this.panel.matches(':popover-open')) return this.panel.hidePopover();
    this.panel.showPopover();
    placePopover(this.panel, this.trigger, 'end');
    this.panel.querySelector<HTMLElement>('select, input')?.focus();
  };

  readonly #toggled = (event: Event): void => {
    const open = (event as ToggleEvent).newState === 'open';
    this.trigger.expanded = open ? 'true' : 'false';
    const at = this.shadowRoot?.activeElement;
    if (!open && (!at || this.panel.contains(at))) this.trigger.focus();
  };

  #move(id: string, by: number): void {
    this.tell('arrange', moveColumn(this.columns, this.layout, id, by));
    void this.updateComplete.then(() => this.panel.querySelector<HTMLElement>(`[data-id="${id}"] input`)?.focus());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('li');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!row || !step) return;
    event.preventDefault();
    if (event.altKey) return this.#move(row.dataset['id'] ?? '', step);
    const boxes = [...this.panel.querySelectorAll<HTMLElement>('li input')];
    boxes.at((boxes.indexOf(row.querySelector('input') as HTMLElement) + step) % boxes.length)?.focus();
  };

  override render(): unknown {
    const { sorting } = this;
    const sortable = this.columns.filter((column) => column.sortable);
    return html`<x-button
        class="trigger"
        variant="quiet"
        size="small"
        icon="columns"
        label=${msg('View')}
        @click=${this.#open}
      ></x-button>
      <div
        class="panel"
        part="panel"
        popover
        role="dialog"
        aria-label=${msg('View')}
        @toggle=${this.#toggled}
        @keydown=${this.#onKey}
      >
        ${
          sorting && sortable.length > 0
            ? html`<h3>${msg('Sort by')}</h3>
                <div class="pick">
                  <select
                    aria-label=${msg('Sort by')}
                    @change=${(event: Event) => this.tell('sort', { ...sorting, by: (event.target as HTMLSelectElement).value })}
                  >
                    ${sortable.map(({ id, label }) => html`<option value=${id} .selected=${id === sorting.by}>${label}</option>`)}
                  </select>
                  <button
                    class="move turn"
                    aria-label=${sorting.direction === 'asc' ? msg('Sorted upwards; turn') : msg('Sorted downwards; turn')}
                    @click=${() => this.tell('sort', { ...sorting, direction: sorting.direction === 'asc' ? 'desc' : 'asc' })}
                  >
                    ${icon(sorting.direction === 'asc' ? 'sortUp' : 'sortDown')}
                  </button>
                </div>`
            : ''
        }
        ${this.unfit ? this.#columnList(this.unfit) : ''}
      </div>`;
  }

  #columnList(unfit: readonly string[]): unknown {
    const movable = orderColumns(this.columns, this.layout).filter((column, at) => at > 0 && !column.hideLabel);
    return html`<h3 id="columns">${msg('Columns')}</h3>
      <ul aria-labelledby="columns">
        ${repeat(
          movable,
          (column) => column.id,
          (column, at) => {
            const { id, label } = column;
            return html`<li data-id=${id}>
              <label
                ><input
                  type="checkbox"
                  .checked=${isShown(column, this.layout)}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  @change=${(event: Event) => this.tell('arrange', showColumn(this.layout, column, (event.target as HTMLInputElement).checked))}
                /><span class="cut">${label}</span
                >${unfit.includes(id) ? html`<small>${msg('No room')}</small>` : ''}</label
              >
              <button
                class="move"
                tabindex="-1"
                ?disabled=${at === 0}
                aria-label=${msg(str`Move ${label} up`)}
                @click=${() => this.#move(id, -1)}
              >
                ${icon('up')}
              </button>
              <button
                class="move"
                tabindex="-1"
                ?disabled=${at === movable.length - 1}
                aria-label=${msg(str`Move ${label} down`)}
                @click=${() => this.#move(id, 1)}
              >
                ${icon('down')}
              </button>
            </li>`;
          },
        )}
      </ul>
      <h3>${msg('Density')}</h3>
      <div class="pick">
        <select
          aria-label=${msg('Density')}
          @change=${(event: Event) => this.tell('densify', (event.target as HTMLSelectElement).value)}
        >
          <option value="normal" .selected=${this.density === 'normal'}>${msg('Comfortable')}</option>
          <option value="compact" .selected=${this.density === 'compact'}>${msg('Compact')}</option>
        </select>
      </div>`;
  }
}
