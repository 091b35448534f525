import { msg, str } from '@lit/localize';
import { css, nothing } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { kitStyles } from './kit.styles.ts';

/** The numbers to show: the ends, the neighbours of the current one, and 0 where some are left out. */
export function pageNumbers(page: number, pages: number): readonly number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const sorted = [...new Set(near)].toSorted((a, b) => a - b);
  return sorted.flatMap((one, at) => {
    const gap = one - (sorted[at - 1] ?? 0);
    return gap === 2 ? [one - 1, one] : gap > 2 ? [0, one] : [one];
  });
}

/**
 * Turns the pages of a list. With `pages` it shows numbers; without, as a list that goes by cursors, only back and on.
 *
 * @fires turn - `detail` is the page wanted, counted from 1.
 * @slot - What is shown, such as "1 to 25 of 240".
 */
export class Pagination extends PrefixedElement {
  static override tag = 'pagination';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
      }
      nav {
        display: flex;
        align-items: center;
        gap: var(--_space-1);
        flex-wrap: wrap;
      }
      .about {
        margin-inline-end: auto;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
        font-variant-numeric: tabular-nums;
      }
      .number {
        min-inline-size: 28px;
        min-block-size: 28px;
        padding: 0 6px;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: var(--_text-muted);
        font-size: var(--_font-size-s);
        font-variant-numeric: tabular-nums;
        cursor: pointer;
      }
      .number:hover {
        background: var(--_hover);
      }
      .number[aria-current] {
        background: var(--_accent-soft);
        color: var(--_accent-text);
        font-weight: var(--_font-weight-strong);
      }
      @media (pointer: coarse) {
        .number {
          min-inline-size: var(--_control-height-touch);
          min-block-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        .number[aria-current] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  /** The page shown, counted from 1. */
  @property({ type: Number }) page = 1;
  /** How many pages there are; 0 when nobody counts them. */
  @property({ type: Number }) pages = 0;
  /** Without `pages`: whether another page follows. */
  @property({ type: Boolean, attribute: 'has-more' }) hasMore = false;
  @property({ type: Boolean }) busy = false;
  @property() label = '';

  #turn(page: number): void {
    if (page !== this.page) this.tell('turn', page);
  }

  override render(): unknown {
    const { page, pages } = this;
    const on = pages > 0 ? page < pages : this.hasMore;
    return html`<nav aria-label=${this.label || msg('Pages')}>
      <span class="about" role="status"><slot></slot></span>
      <x-button size="small" variant="quiet" ?disabled=${page <= 1 || this.busy} @click=${() => this.#turn(page - 1)}
        >${msg('Previous')}</x-button
      >
      ${
        pages > 0
          ? pageNumbers(page, pages).map((number) =>
              number === 0
                ? html`<span class="muted" aria-hidden="true">…</span>`
                : html`<button
                    class="number"
                    aria-label=${msg(str`Page ${number}`)}
                    aria-current=${number === page ? 'page' : nothing}
                    @click=${() => this.#turn(number)}
                  >
                    ${number}
                  </button>`,
            )
          : ''
      }
      <x-button size="small" variant="quiet" ?disabled=${!on || this.busy} @click=${() => this.#turn(page + 1)}
        >${msg('Next')}</x-button
      >
    </nav>`;
  }
}
