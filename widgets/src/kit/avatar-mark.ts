import { css, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';

/** Looks of the disc, for the roots that draw one. */
export const avatarMarkStyles = css`
  .avatar {
    inline-size: 28px;
    block-size: 28px;
    flex: none;
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
  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
  }
`;

/** The first letters of a name's first and last word; of an address, its first. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/u).filter(Boolean);
  return [words[0], words.length > 1 && !name.includes('@') ? words.at(-1) : '']
    .map((word) => (word ? String.fromCodePoint(word.codePointAt(0) ?? 32) : ''))
    .join('')
    .toLocaleUpperCase();
}

/** An avatar that is no element of its own: in rows that scroll by, each shadow root would cost its share of a frame. */
export const avatarMark = (content: unknown): TemplateResult =>
  html`<span part="avatar" class="avatar" aria-hidden="true">${content}</span>`;
