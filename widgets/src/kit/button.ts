import { css, LitElement, nothing } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { addIcons, icon } from './draw-icon.ts';
import type { IconName } from './icon.ts';
import { kitStyles } from './kit.styles.ts';
import { listIcons } from './list-icons.ts';

/**
 * A button in one of four weights. One primary per view.
 *
 * @slot - The words on it: a verb.
 * @csspart button - The native button.
 */
export class Button extends PrefixedElement {
  static {
    addIcons(listIcons);
  }
  static override tag = 'button';
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        flex: none;
      }
      button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        inline-size: 100%;
        block-size: var(--_control-height);
        padding: 0 12px;
        border: var(--_border-width) solid var(--_border-strong);
        border-radius: var(--_radius-control);
        background: var(--_surface);
        color: var(--_text);
        font-size: var(--_font-size-m);
        font-weight: var(--_font-weight-medium);
        line-height: 1;
        white-space: nowrap;
        cursor: pointer;
        box-shadow: var(--_shadow-small);
        transition:
          background var(--_duration-fast) var(--_ease-out),
          border-color var(--_duration-fast) var(--_ease-out);
      }
      button:hover {
        background: var(--_hover);
      }
      button:active {
        background: var(--_pressed);
      }
      .primary {
        background: var(--_accent);
        border-color: transparent;
        color: var(--_on-accent);
      }
      .primary:hover {
        background: var(--_accent-hover);
      }
      .primary:active {
        background: var(--_accent-active);
      }
      .quiet {
        background: transparent;
        border-color: transparent;
        box-shadow: none;
        color: var(--_text-muted);
      }
      .quiet:hover {
        color: var(--_text);
      }
      .danger {
        color: var(--_danger-text);
      }
      .danger:hover {
        background: var(--_danger-soft);
        border-color: var(--_danger-border);
      }
      .small {
        block-size: var(--_control-height-small);
        padding: 0 10px;
        font-size: var(--_font-size-s);
      }
      .bare {
        padding: 0;
        inline-size: var(--_control-height);
      }
      .bare.small {
        inline-size: var(--_control-height-small);
      }
      button:disabled {
        cursor: default;
        background: var(--_sunken);
        border-color: var(--_border);
        color: var(--_text-disabled);
        box-shadow: none;
      }
      .quiet:disabled {
        background: transparent;
        border-color: transparent;
      }
      .spin {
        animation: spin 700ms linear infinite;
      }
      :host([pressed]) button {
        background: var(--_accent-soft);
        color: var(--_accent-text);
      }
      @keyframes spin {
        to {
          rotate: 1turn;
        }
      }
      @media (pointer: coarse) {
        button {
          min-block-size: var(--_control-height-touch);
        }
        .bare {
          min-inline-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        button {
          border-color: ButtonText;
        }
      }
    `,
  ];

  @property() variant: 'primary' | 'secondary' | 'quiet' | 'danger' = 'secondary';
  @property() size: 'small' | 'normal' = 'normal';
  @property() icon: IconName | '' = '';
  /** Says what an icon-only button does. */
  @property() label = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Shows that work is under way; clicks wait. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: 'aria-expanded' }) expanded: 'true' | 'false' | '' = '';
  /** What it opens, for a screen reader. */
  @property({ attribute: false }) popup: 'menu' | 'dialog' | '' = '';
  @query('button') private native!: HTMLButtonElement;

  override focus(options?: FocusOptions): void {
    this.native?.focus(options);
  }

  override render(): unknown {
    const bare = this.icon !== '' && this.label !== '';
    return html`<button
      part="button"
      type="button"
      class="${this.variant} ${this.size} ${bare ? 'bare' : ''}"
      ?disabled=${this.disabled || this.busy}
      aria-label=${this.label || nothing}
      aria-busy=${this.busy ? 'true' : nothing}
      aria-expanded=${this.expanded || nothing}
      aria-haspopup=${this.popup || nothing}
      title=${bare ? this.label : nothing}
    >
      ${this.busy ? html`<span class="spin">${icon('refresh')}</span>` : icon(this.icon)}<slot></slot>
    </button>`;
  }
}
