import { msg } from '@lit/localize';
import { css, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { Button } from './button.ts';
import { Dialog } from './dialog.ts';

const LEAST = 320;
const STEP = 32;

/**
 * The details of one thing beside the list it is in: over the full height at the end side, a sheet on phones. What it shows
 * should have an address of its own: the element that owns it says so by `navigate` when it opens and when `close` is told,
 * and takes the address back as an attribute.
 *
 * Keys: as a dialog; on its edge, with `resizable`, arrows change the width and Home and End take the least and the most.
 *
 * @slot - Its content.
 * @slot actions - Small actions beside its heading.
 * @slot footer - Its buttons, the primary last.
 * @event open - It opened.
 * @event close - It was closed, however.
 * @event resize-drawer - `detail` is its new width in px, to be kept for the next time.
 */
export class Drawer extends Dialog {
  static override tag = 'drawer';
  static override uses = [Button];
  static override styles: CSSResultGroup = [
    Dialog.styles,
    css`
      .edge {
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
        inline-size: 24px;
        z-index: 1;
        cursor: col-resize;
        touch-action: none;
      }
      /* The handle keeps clear of what it stands beside. */
      :host([resizable]) :is(header, .body, footer) {
        padding-inline-start: 28px;
      }
      .edge::after {
        content: '';
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
        inline-size: 3px;
        background: var(--_accent-mark);
        opacity: 0;
        transition: opacity var(--_duration-fast) var(--_ease-out);
      }
      .edge:hover::after,
      .edge:focus-visible::after,
      .edge.held::after {
        opacity: 1;
      }
      .edge:focus-visible {
        outline: none;
      }
      @media (max-width: 520px) {
        .edge {
          display: none;
        }
      }
      @media (forced-colors: active) {
        .edge:focus-visible {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  override side = true;
  /** Lets its inner edge be pulled. */
  @property({ type: Boolean, reflect: true }) resizable = false;
  /** Width in px; about 460 when left out. */
  @property({ type: Number }) width = 0;

  get #most(): number {
    return Math.max(LEAST, innerWidth - 64);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('width') && this.width > 0)
      this.native.style.setProperty('--drawer-width', `${Math.min(this.#most, Math.max(LEAST, this.width))}px`);
    if (changed.has('open') && this.open) this.tell('open');
  }

  #resize(width: number): void {
    this.width = Math.round(Math.min(this.#most, Math.max(LEAST, width)));
    this.tell('resize-drawer', this.width);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const rtl = getComputedStyle(this.native).direction === 'rtl';
    const now = this.native.offsetWidth;
    const wider = rtl ? 'ArrowRight' : 'ArrowLeft';
    const narrower = rtl ? 'ArrowLeft' : 'ArrowRight';
    const widths: Record<string, number> = {
      [wider]: now + STEP,
      [narrower]: now - STEP,
      Home: LEAST,
      End: this.#most,
    };
    const width = widths[event.key];
    if (width === undefined) return;
    event.preventDefault();
    this.#resize(width);
  };

  readonly #onPull = (event: PointerEvent): void => {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement)) return;
    handle.setPointerCapture(event.pointerId);
    handle.classList.add('held');
    const rtl = getComputedStyle(this.native).direction === 'rtl';
    const pull = (moved: PointerEvent): void => this.#resize(rtl ? moved.clientX : innerWidth - moved.clientX);
    handle.addEventListener('pointermove', pull);
    const end = (): void => {
      handle.classList.remove('held');
      handle.removeEventListener('pointermove', pull);
    };
    handle.addEventListener('lostpointercapture', end, { once: true });
  };

  protected override edge(): TemplateResult | '' {
    if (!this.resizable) return '';
    return html`<div
      class="edge"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${msg('Width of the panel')}
      aria-valuemin=${LEAST}
      aria-valuemax=${this.#most}
      aria-valuenow=${this.width || 460}
      @keydown=${this.#onKey}
      @pointerdown=${this.#onPull}
      @dblclick=${() => this.#resize(460)}
    ></div>`;
  }
}
