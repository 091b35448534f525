import { msg } from '@lit/localize';
import { css, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { Button } from './button.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A native modal dialog, or a drawer at the side with `side`. Focus goes in and comes back by the browser's own rules.
 *
 * @slot - Its content.
 * @slot footer - Its buttons, the primary last.
 * @event close - It was closed, however.
 */
export class Dialog extends PrefixedElement {
  static override tag = 'dialog';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    css`
      dialog {
        display: none;
        flex-direction: column;
        padding: 0;
        border: 0;
        inline-size: min(var(--dialog-width, 480px), calc(100vw - 32px));
        max-block-size: min(760px, calc(100dvh - 48px));
        border-radius: var(--_radius-panel);
        background: var(--_raised);
        color: var(--_text);
        box-shadow:
          var(--_shadow-overlay),
          0 0 0 1px var(--_border);
        font: inherit;
      }
      dialog[open] {
        display: flex;
        animation: arrive var(--_duration-base) var(--_ease-out);
      }
      dialog::backdrop {
        background: var(--_scrim);
      }
      :host([wide]) dialog {
        --dialog-width: 820px;
      }
      :host([side]) dialog {
        margin: 0;
        margin-inline-start: auto;
        inset-block: 0;
        inset-inline-end: 0;
        block-size: 100dvh;
        max-block-size: none;
        inline-size: min(var(--dialog-width, 460px), 100vw);
        border-radius: 0;
      }
      :host([side]) dialog[open] {
        animation-name: slide;
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        padding: var(--_space-4) var(--_space-3) var(--_space-4) var(--_space-5);
      }
      :host([dir='rtl']) header {
        padding-inline: var(--_space-5) var(--_space-3);
      }
      h2 {
        flex: 1;
        min-inline-size: 0;
        font-size: var(--_font-size-l);
        font-weight: var(--_font-weight-strong);
        letter-spacing: var(--_letter-spacing-heading);
        line-height: var(--_line-height-heading);
      }
      .body {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
        padding: 2px var(--_space-5) var(--_space-5);
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: var(--_space-2);
        padding: var(--_space-3) var(--_space-5);
        border-block-start: 1px solid var(--_border);
      }
      footer:not(.filled) {
        display: none;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          translate: 0 6px;
        }
      }
      @keyframes slide {
        from {
          opacity: 0;
          translate: 16px 0;
        }
      }
    `,
  ];

  @property() heading = '';
  @property({ type: Boolean }) open = false;
  /** Stands at the end side of the page, over its full height. */
  @property({ type: Boolean, reflect: true }) side = false;
  @property({ type: Boolean, reflect: true }) wide = false;
  @query('dialog') private native!: HTMLDialogElement;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.native.open) this.native.showModal();
    else if (!this.open && this.native.open) this.native.close();
  }

  readonly #closed = (): void => {
    this.open = false;
    this.tell('close');
  };

  override render(): unknown {
    return html`<dialog part="dialog" aria-labelledby="heading" @close=${this.#closed} @click=${this.#onBackdrop}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <x-button variant="quiet" icon="close" label=${msg('Close')} @click=${() => this.native.close()}></x-button>
      </header>
      <div class="body" tabindex="-1"><slot></slot></div>
      <footer><slot name="footer" @slotchange=${this.#onFooter}></slot></footer>
    </dialog>`;
  }

  readonly #onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.native && event.composedPath()[0] === this.native) this.native.close();
  };
  readonly #onFooter = (event: Event): void => {
    const slot = event.target as HTMLSlotElement;
    slot.parentElement?.classList.toggle('filled', slot.assignedElements().length > 0);
  };
}
