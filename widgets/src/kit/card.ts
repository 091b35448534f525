import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * One thing with its facts on a surface of its own. With `openable` a press anywhere on it opens it, while the buttons on it
 * keep their own meaning.
 *
 * Keys: Tab reaches the heading of one that can be opened, Enter opens it.
 *
 * @slot - Its content.
 * @slot actions - Small actions beside the heading.
 * @slot footer - What belongs at its foot.
 * @event open - It was pressed.
 * @csspart card - The whole.
 */
export class Card extends PrefixedElement {
  static override tag = 'card';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      article {
        position: relative;
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
        block-size: 100%;
        padding: var(--_card-padding);
        border: var(--_border-width) solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
        color: var(--_text);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 28px;
      }
      h2 {
        flex: 1;
        min-inline-size: 0;
        font-size: var(--_font-size-m);
        font-weight: var(--_font-weight-strong);
        line-height: var(--_line-height-heading);
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        text-align: start;
        cursor: pointer;
        outline: none !important;
      }
      button::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: inherit;
      }
      :host([openable]) article:hover {
        border-color: var(--_border-strong);
        box-shadow: var(--_shadow-raised);
      }
      article:has(button:focus-visible) {
        outline: var(--_focus-width) solid var(--_focus);
        outline-offset: var(--_focus-offset);
      }
      /* Above the press that opens the card. */
      ::slotted([slot]) {
        position: relative;
        z-index: 1;
      }
      footer:not(.filled) {
        display: none;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
        margin-block-start: auto;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
      }
    `,
  ];
  @property() heading = '';
  @property({ type: Boolean, reflect: true }) openable = false;

  readonly #onFooter = ({ target }: Event): void => {
    if (target instanceof HTMLSlotElement)
      target.parentElement?.classList.toggle('filled', target.assignedElements().length > 0);
  };

  override render(): unknown {
    const heading = this.openable
      ? html`<button type="button" @click=${() => this.tell('open')}>${this.heading}</button>`
      : this.heading;
    return html`<article part="card">
      ${
        this.heading
          ? html`<header>
              <h2>${heading}</h2>
              <slot name="actions"></slot>
            </header>`
          : ''
      }
      <slot></slot>
      <footer><slot name="footer" @slotchange=${this.#onFooter}></slot></footer>
    </article>`;
  }
}
