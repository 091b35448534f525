import { msg } from '@lit/localize';
import { type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { dialogStyles } from './dialog.styles.ts';
import { firstFocusable } from './first-focusable.ts';
import { focused, rememberFocus } from './focus-return.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A native modal dialog; a sheet from the bottom on phones. Focus goes in (to what carries `autofocus`, else to the content) and
 * comes back to where it was. Several may stand on each other; Escape closes the topmost. What toasters say meanwhile, the one in
 * it says: it comes with the widget around it.
 *
 * @slot - Its content.
 * @slot actions - Small actions beside its heading.
 * @slot footer - Its buttons, the primary last.
 * @event close - It was closed, however.
 * @csspart dialog - The native dialog.
 */
export class Dialog extends PrefixedElement {
  static override tag = 'dialog';
  static override uses = [Button];
  static override styles: CSSResultGroup = [kitStyles, dialogStyles];

  @property() heading = '';
  @property({ type: Boolean }) open = false;
  /** Stands at the end side of the page, over its full height. */
  @property({ type: Boolean, reflect: true }) side = false;
  @property({ type: Boolean, reflect: true }) wide = false;
  /** Asked before Escape, the cross or a press beside it close it; `false` keeps it open, such as with unsaved changes. */
  @property({ attribute: false }) mayClose: () => boolean = () => true;
  @query('dialog') protected native!: HTMLDialogElement;
  @query('.body') private body!: HTMLElement;
  // Where there is more than fits and nothing to tab to, the keyboard must reach it to scroll: not every browser sees to that.
  readonly #sizes = new ResizeObserver(() => {
    const { body } = this;
    body.tabIndex = body.scrollHeight > body.clientHeight && !firstFocusable(this) ? 0 : -1;
  });
  #giveFocusBack: (() => void) | null = null;
  #pressedBeside = false;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.native.open) this.#show();
    else if (!this.open && this.native.open) this.native.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved to another place it lost the top layer: open it there again.
    if (this.hasUpdated && this.open) this.#show();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Taken out of the page while it was open, it does not close: what it took is given back all the same.
    queueMicrotask(() => this.isConnected || this.#returnFocus());
  }

  #returnFocus(): void {
    this.#giveFocusBack?.();
    this.#giveFocusBack = null;
  }

  #show(): void {
    this.#giveFocusBack ??= rememberPlace(this);
    if (this.native.open) this.native.close();
    this.native.showModal();
    this.#watchSizes();
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  readonly #watchSizes = (): void => {
    if (this.open) for (const box of [this.body, ...this.children]) this.#sizes.observe(box);
  };

  /** Closes it unless something speaks against it. */
  readonly dismiss = (): void => {
    if (!this.mayClose()) return;
    this.open = false;
    this.native.close();
  };

  readonly #closed = (): void => {
    if (this.native.open) return;
    // Browsers close it at a second Escape without asking.
    if (this.open && this.isConnected && !this.mayClose()) return this.#show();
    this.#sizes.disconnect();
    this.open = false;
    this.#returnFocus();
    this.tell('close');
  };

  readonly #onCancel = (event: Event): void => {
    // A file field in the content speaks of a cancelled choice by the same name.
    if (event.target === this.native && !this.mayClose()) event.preventDefault();
  };

  /** What stands between the edge and the content; a drawer has its handle there. */
  protected edge(): TemplateResult | '' {
    return '';
  }

  override render(): unknown {
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      @close=${this.#closed}
      @cancel=${this.#onCancel}
      @pointerdown=${(event: PointerEvent) => (this.#pressedBeside = event.composedPath()[0] === this.native)}
      @click=${this.#onBackdrop}
    >
      ${this.edge()}
      <header>
        <h2 id="heading">${this.heading}</h2>
        <slot name="actions"></slot>
        <x-button variant="quiet" icon="close" label=${msg('Close')} @click=${this.dismiss}></x-button>
      </header>
      <div class="body" tabindex="-1" autofocus><slot @slotchange=${this.#watchSizes}></slot></div>
      <footer><slot name="footer" @slotchange=${this.#onFooter}></slot></footer>
      ${this.open ? html`<x-toaster></x-toaster>` : ''}
    </dialog>`;
  }

  // A press that began inside, such as selecting text, and ended beside it means nothing.
  readonly #onBackdrop = (event: MouseEvent): void => {
    if (this.#pressedBeside && event.composedPath()[0] === this.native) this.dismiss();
  };
  readonly #onFooter = (event: Event): void => {
    const slot = event.target;
    if (slot instanceof HTMLSlotElement)
      slot.parentElement?.classList.toggle('filled', slot.assignedElements().length > 0);
  };
}

/** Remembers what has the focus and what it is in: where the one is gone or off by then, the nearest of the other that takes it gets it. */
function rememberPlace(dialog: HTMLElement): () => void {
  const giveBack = rememberFocus();
  const around: Node[] = [];
  const now = focused();
  // Nothing has it where what had it went while the dialog was on its way.
  for (
    let one: Node | null = !now || now === document.body ? dialog : now;
    one;
    one = one.parentNode ?? (one instanceof ShadowRoot ? one.host : null)
  )
    around.push(one);
  return () => {
    giveBack();
    if (focused() !== document.body) return;
    around.find((one) => {
      if (one instanceof HTMLElement && one.isConnected) one.focus({ preventScroll: true });
      return focused() === one;
    });
  };
}
