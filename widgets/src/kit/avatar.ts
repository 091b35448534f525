import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

/** A person by initials; decoration beside the name. */
export class Avatar extends PrefixedElement {
  static override tag = 'avatar';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        flex: none;
      }
      span {
        inline-size: 28px;
        block-size: 28px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-size: 11px;
        font-weight: var(--_font-weight-strong);
        letter-spacing: 0.02em;
        color: var(--_accent-text);
        background: var(--_accent-soft);
      }
      :host([size='large']) span {
        inline-size: 40px;
        block-size: 40px;
        font-size: 14px;
      }
    `,
  ];
  @property() name = '';

  override render(): unknown {
    const words = this.name.split(/[\s@._-]+/u).filter(Boolean);
    const letters = [words[0], words.length > 1 && !this.name.includes('@') ? words.at(-1) : ''];
    return html`<span aria-hidden="true"
      >${letters
        .map((word) => String.fromCodePoint(...(word ? [word.codePointAt(0) ?? 32] : [])))
        .join('')
        .toLocaleUpperCase()}</span
    >`;
  }
}
