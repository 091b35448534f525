import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { badgeMark, badgeMarkStyles, type Tone } from './badge-mark.ts';
import { kitStyles } from './kit.styles.ts';

export type { Tone };

/**
 * A word about a thing's state.
 * @slot - The word.
 * @csspart badge - The whole.
 */
export class Badge extends PrefixedElement {
  static override tag = 'badge';
  static override styles = [
    kitStyles,
    badgeMarkStyles,
    css`
      :host {
        display: inline-flex;
        min-inline-size: 0;
        vertical-align: middle;
      }
    `,
  ];
  @property() tone: Tone = 'neutral';
  @property({ type: Boolean }) dot = false;

  override render(): unknown {
    return badgeMark(html`<slot></slot>`, this.tone, this.dot);
  }
}
