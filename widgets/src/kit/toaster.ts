import { css } from 'lit';
import { state } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { Button } from './button.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';

export interface Toast {
  text: string;
  tone?: 'neutral' | 'danger';
  /** One thing to do about it, such as undoing. */
  action?: { label: string; run: () => void };
}
const STAY_MS = 6000;

/** Says briefly what happened; a live region, so it is heard as well. */
export class Toaster extends PrefixedElement {
  static override tag = 'toaster';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    css`
      .shelf {
        position: fixed;
        inset: auto auto 20px 50%;
        translate: -50% 0;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        overflow: visible;
        max-inline-size: calc(100vw - 32px);
      }
      .toast {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px 10px 8px 14px;
        min-block-size: 42px;
        border-radius: var(--_radius-card);
        background: var(--_neutral-12);
        color: var(--_surface);
        box-shadow: var(--_shadow-overlay);
        font-size: var(--_font-size-s);
        line-height: 1.4;
        animation: rise var(--_duration-slow) var(--_ease-out);
      }
      .toast.danger {
        background: var(--_danger);
        color: var(--_on-danger);
      }
      button {
        border: 0;
        background: transparent;
        color: inherit;
        font-weight: 600;
        padding: 4px 8px;
        border-radius: var(--_radius-control);
        cursor: pointer;
        min-block-size: 28px;
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      button:focus-visible {
        outline-color: currentColor;
      }
      @keyframes rise {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
    `,
  ];
  @state() private toast: Toast | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(toast: Toast): void {
    clearTimeout(this.#timer);
    this.toast = toast;
    this.#timer = setTimeout(() => this.#hide(), toast.action ? STAY_MS * 1.5 : STAY_MS);
  }

  readonly #hide = (): void => {
    this.toast = null;
  };

  protected override updated(): void {
    const shelf = this.renderRoot.querySelector<HTMLElement>('.shelf');
    // The top layer, so that a host's z-index cannot cover it. Showing it again puts it above an open dialog.
    if (shelf?.matches(':popover-open')) shelf.hidePopover();
    if (this.toast) shelf?.showPopover();
  }

  override render(): unknown {
    const { toast } = this;
    return html`<div class="shelf" popover="manual" role="status" aria-live="polite">
      ${
        toast
          ? html`<div class="toast ${toast.tone ?? 'neutral'}">
              ${toast.tone === 'danger' ? icon('warning') : ''}<span>${toast.text}</span>
              ${
                toast.action
                  ? html`<button
                      @click=${() => {
                        toast.action?.run();
                        this.#hide();
                      }}
                    >
                      ${toast.action.label}
                    </button>`
                  : ''
              }
            </div>`
          : ''
      }
    </div>`;
  }
}
