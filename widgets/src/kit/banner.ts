import { msg } from '@lit/localize';
import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { Tone } from './badge.ts';
import { icon } from './draw-icon.ts';
import type { IconName } from './icon.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A quiet line about the state of the whole view.
 * @slot - The sentence.
 * @slot actions - What can be done about it.
 * @event dismiss - Somebody has read it and wants it gone.
 * @csspart banner - The line.
 */
export class Banner extends PrefixedElement {
  static override tag = 'banner';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        margin-block-end: var(--_space-3);
      }
      div {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 9px 12px;
        border-radius: var(--_radius-control);
        font-size: var(--_font-size-s);
        background: var(--_info-soft);
        color: var(--_info-text);
      }
      .warning {
        background: var(--_warning-soft);
        color: var(--_warning-text);
      }
      .danger {
        background: var(--_danger-soft);
        color: var(--_danger-text);
      }
      .success {
        background: var(--_success-soft);
        color: var(--_success-text);
      }
      div {
        flex-wrap: wrap;
      }
      span {
        flex: 1 1 160px;
        min-inline-size: 0;
      }
      button {
        display: grid;
        place-items: center;
        inline-size: 28px;
        block-size: 28px;
        margin: -5px;
        padding: 0;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: inherit;
        cursor: pointer;
      }
      @media (pointer: coarse) {
        button {
          inline-size: var(--_control-height-touch);
          block-size: var(--_control-height-touch);
          margin: -9px;
        }
      }
      @media (forced-colors: active) {
        div {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];
  @property() tone: Tone = 'info';
  @property() icon: IconName | '' = '';
  /** Can be put away. */
  @property({ type: Boolean }) dismissible = false;

  override render(): unknown {
    const name = this.icon || (this.tone === 'success' ? 'check' : this.tone === 'info' ? 'info' : 'warning');
    return html`<div part="banner" class=${this.tone} role="status">
      ${icon(name)}<span><slot></slot></span><slot name="actions"></slot>${
        this.dismissible
          ? html`<button type="button" aria-label=${msg('Dismiss')} @click=${() => this.tell('dismiss')}>
              ${icon('close')}
            </button>`
          : ''
      }
    </div>`;
  }
}
