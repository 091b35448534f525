import { msg, str } from '@lit/localize';
import { css } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { icon } from '../../kit/draw-icon.ts';
import { kitStyles } from '../../kit/kit.styles.ts';

/** One of the things that are put into an order. */
export interface Sortable {
  id: string;
  label: string;
  hint?: string;
}

/**
 * Things that are put into an order by dragging them, or by the arrow keys on their handles.
 *
 * @event arrange - `detail` are the ids in their new order.
 */
export class SortList extends PrefixedElement {
  static override tag = 'sort-list';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 40px;
        padding: 4px 8px;
        border: var(--_border-width) solid transparent;
        border-radius: var(--_radius-control);
        background: var(--_surface);
      }
      li.moving {
        border-color: var(--_accent-border);
        background: var(--_accent-soft);
      }
      .handle {
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: var(--_text-muted);
        cursor: grab;
        touch-action: none;
      }
      .handle:hover {
        background: var(--_hover);
      }
      .moving .handle {
        cursor: grabbing;
      }
      .hint {
        margin-inline-start: auto;
        color: var(--_text-muted);
        font-size: var(--_font-size-s);
      }
      @media (pointer: coarse) {
        .handle {
          inline-size: 44px;
          block-size: 44px;
        }
      }
    `,
  ];
  @property({ attribute: false }) items: readonly Sortable[] = [];
  @property() label = '';
  @state() private moving = '';
  @state() private said = '';

  #move(id: string, to: number): void {
    const from = this.items.findIndex((item) => item.id === id);
    const place = Math.min(this.items.length - 1, Math.max(0, to));
    const item = this.items[from];
    if (!item || place === from) return;
    const rest = this.items.filter((one) => one !== item);
    this.items = [...rest.slice(0, place), item, ...rest.slice(place)];
    this.said = msg(str`${item.label}: place ${place + 1} of ${this.items.length}`);
    this.tell(
      'arrange',
      this.items.map((one) => one.id),
    );
  }

  readonly #onKey = (event: KeyboardEvent, id: string): void => {
    const at = this.items.findIndex((item) => item.id === id);
    const places: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: this.items.length - 1 };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#move(id, to);
    // The row was moved in the page, and focus may have been lost with it.
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"] .handle`)?.focus(),
    );
  };

  readonly #onDrag = (event: PointerEvent): void => {
    if (!this.moving) return;
    const rows = [...this.renderRoot.querySelectorAll('li')];
    const over = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom);
    this.#move(this.moving, over < 0 ? rows.length - 1 : over);
  };

  override render(): unknown {
    return html`<ol aria-label=${this.label}>
        ${repeat(
          this.items,
          ({ id }) => id,
          ({ id, label, hint }) =>
            html`<li data-id=${id} class=${id === this.moving ? 'moving' : ''}>
              <button
                class="handle"
                type="button"
                aria-label=${msg(str`Move ${label}`)}
                aria-keyshortcuts="ArrowUp ArrowDown"
                @keydown=${(event: KeyboardEvent) => this.#onKey(event, id)}
                @pointerdown=${(event: PointerEvent) => {
                  (event.currentTarget as Element).setPointerCapture(event.pointerId);
                  this.moving = id;
                }}
                @pointermove=${this.#onDrag}
                @pointerup=${() => (this.moving = '')}
                @pointercancel=${() => (this.moving = '')}
              >
                ${icon('bullets')}
              </button>
              <span class="cut">${label}</span>
              <span class="hint">${hint ?? ''}</span>
            </li>`,
        )}
      </ol>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }
}
