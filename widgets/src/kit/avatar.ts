import { css } from 'lit';
import { property, state } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A person by picture or initials; decoration beside the name.
 * @csspart avatar - The disc.
 */
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
        overflow: hidden;
        font-size: 11px;
        font-weight: var(--_font-weight-strong);
        line-height: 1;
        letter-spacing: 0.02em;
        color: var(--_accent-text);
        background: var(--_accent-soft);
      }
      img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      :host([size='small']) span {
        inline-size: 20px;
        block-size: 20px;
        font-size: 9px;
      }
      :host([size='large']) span {
        inline-size: 40px;
        block-size: 40px;
        font-size: 14px;
      }
      @media (forced-colors: active) {
        span {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];
  @property() name = '';
  /** Address of a picture; initials stand in for one that does not load. */
  @property() src = '';
  @property({ reflect: true }) size: 'small' | 'normal' | 'large' = 'normal';
  @state() private lost = '';

  get #initials(): string {
    const words = this.name.split(/[\s@._-]+/u).filter(Boolean);
    const letters = [words[0], words.length > 1 && !this.name.includes('@') ? words.at(-1) : ''];
    return letters
      .map((word) => String.fromCodePoint(...(word ? [word.codePointAt(0) ?? 32] : [])))
      .join('')
      .toLocaleUpperCase();
  }

  override render(): unknown {
    const picture = this.src && this.src !== this.lost;
    return html`<span part="avatar" aria-hidden="true"
      >${
        picture
          ? html`<img src=${this.src} alt="" loading="lazy" @error=${() => (this.lost = this.src)} />`
          : this.#initials
      }</span
    >`;
  }
}
