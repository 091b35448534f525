import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info';

/**
 * A word about a thing's state.
 * @slot - The word.
 * @csspart badge - The whole.
 */
export class Badge extends PrefixedElement {
  static override tag = 'badge';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        min-inline-size: 0;
        vertical-align: middle;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        block-size: 20px;
        padding: 0 7px;
        border-radius: var(--_radius-full);
        font-size: var(--_font-size-xs);
        font-weight: var(--_font-weight-medium);
        line-height: 1;
        white-space: nowrap;
        max-inline-size: 100%;
        color: var(--_text-muted);
        background: var(--_sunken);
        box-shadow: inset 0 0 0 1px var(--_border);
      }
      i {
        inline-size: 6px;
        block-size: 6px;
        border-radius: 9px;
        background: currentColor;
        flex: none;
      }
      .accent {
        color: var(--_accent-text);
        background: var(--_accent-soft);
        box-shadow: none;
      }
      .success {
        color: var(--_success-text);
        background: var(--_success-soft);
        box-shadow: none;
      }
      .warning {
        color: var(--_warning-text);
        background: var(--_warning-soft);
        box-shadow: none;
      }
      .danger {
        color: var(--_danger-text);
        background: var(--_danger-soft);
        box-shadow: none;
      }
      .info {
        color: var(--_info-text);
        background: var(--_info-soft);
        box-shadow: none;
      }
      @media (forced-colors: active) {
        span {
          border: 1px solid;
        }
      }
    `,
  ];
  @property() tone: Tone = 'neutral';
  @property({ type: Boolean }) dot = false;

  override render(): unknown {
    return html`<span part="badge" class=${this.tone}>${this.dot ? html`<i></i>` : ''}<slot></slot></span>`;
  }
}
