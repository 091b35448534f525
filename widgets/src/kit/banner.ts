import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import type { Tone } from './badge.ts';
import { icon } from './draw-icon.ts';
import type { IconName } from './icon.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A quiet line about the state of the whole view.
 * @slot - The sentence.
 * @slot actions - What can be done about it.
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
      span {
        flex: 1;
        min-inline-size: 0;
      }
    `,
  ];
  @property() tone: Tone = 'info';
  @property() icon: IconName | '' = '';

  override render(): unknown {
    const name = this.icon || (this.tone === 'success' ? 'check' : this.tone === 'info' ? 'info' : 'warning');
    return html`<div class=${this.tone} role="status">
      ${icon(name)}<span><slot></slot></span><slot name="actions"></slot>
    </div>`;
  }
}
