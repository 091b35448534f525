import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';

/** Where one is in a short sequence of screens. */
export class Stepper extends PrefixedElement {
  static override tag = 'stepper';
  static override styles = [
    kitStyles,
    css`
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 18px;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
      }
      li {
        display: flex;
        align-items: center;
        gap: 7px;
      }
      i {
        inline-size: 20px;
        block-size: 20px;
        border-radius: 50%;
        display: grid;
        place-items: center;
        font-style: normal;
        font-size: 11px;
        font-weight: 600;
        box-shadow: inset 0 0 0 1px var(--_border-strong);
      }
      i .icon {
        inline-size: 12px;
        block-size: 12px;
        stroke-width: 2;
      }
      .done i {
        background: var(--_accent-soft);
        color: var(--_accent-text);
        box-shadow: none;
      }
      [aria-current] {
        color: var(--_text);
        font-weight: var(--_font-weight-medium);
      }
      [aria-current] i {
        background: var(--_accent);
        color: var(--_on-accent);
        box-shadow: none;
      }
    `,
  ];
  @property({ attribute: false }) steps: readonly string[] = [];
  @property({ type: Number }) current = 0;

  override render(): unknown {
    return html`<ol>
      ${this.steps.map((label, index) =>
        index === this.current
          ? html`<li aria-current="step"><i>${index + 1}</i>${label}</li>`
          : html`<li class=${index < this.current ? 'done' : ''}>
              <i>${index < this.current ? icon('check') : index + 1}</i>${label}
            </li>`,
      )}
    </ol>`;
  }
}
