import { msg, str } from '@lit/localize';
import { css, nothing } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * Where one is in a short sequence of screens. With `revisitable`, what is done can be gone back to.
 *
 * @event revisit - `detail` is the number of a step that is done, from 0.
 */
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
      button {
        display: inline-flex;
        align-items: center;
        gap: 7px;
        min-block-size: 24px;
        padding: 0;
        border: 0;
        background: none;
        border-radius: var(--_radius-small);
        cursor: pointer;
      }
      button:hover {
        color: var(--_text);
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
      @media (pointer: coarse) {
        button {
          min-block-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        i {
          border: 1px solid CanvasText;
        }
        [aria-current] i {
          border: 3px solid Highlight;
        }
      }
    `,
  ];
  @property({ attribute: false }) steps: readonly string[] = [];
  @property({ type: Number }) current = 0;
  @property({ type: Boolean }) revisitable = false;
  @property() label = '';

  #step(label: string, index: number): unknown {
    if (index === this.current) return html`<li aria-current="step"><i>${index + 1}</i>${label}</li>`;
    if (index > this.current) return html`<li><i>${index + 1}</i>${label}</li>`;
    const words = html`<i>${icon('check')}</i>${label}<span class="visually-hidden">, ${msg('done')}</span>`;
    return html`<li class="done">
      ${
        this.revisitable
          ? html`<button type="button" @click=${() => this.tell('revisit', index)}>${words}</button>`
          : words
      }
    </li>`;
  }

  override render(): unknown {
    const [step, count] = [this.current + 1, this.steps.length];
    return html`<ol aria-label=${this.label || nothing}>
        ${this.steps.map((label, index) => this.#step(label, index))}
      </ol>
      <div class="visually-hidden" aria-live="polite">
        ${msg(str`Step ${step} of ${count}: ${this.steps[this.current] ?? ''}`)}
      </div>`;
  }
}
