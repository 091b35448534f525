import { css, nothing, svg, type TemplateResult } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

export type Drawing = 'mail' | 'people' | 'chart' | 'search' | 'lock' | 'globe' | 'broken';

/** Small drawings in the brand's colours: a soft ground shape and a few strokes. */
const drawings: Record<Drawing, TemplateResult<2>> = {
  mail: svg`<rect x="20" y="22" width="56" height="38" rx="5"></rect><path d="m22 26 26 19 26-19"></path><path class="far" d="M8 34h8M4 42h10M8 50h6"></path>`,
  people: svg`<circle cx="40" cy="30" r="9"></circle><path d="M24 60c2-11 8-16 16-16s14 5 16 16"></path><path class="far" d="M60 23a8 8 0 0 1 0 15M63 45c6 2 9 7 10 15"></path>`,
  chart: svg`<path d="M20 20v40h56"></path><path d="m26 50 13-13 11 8 20-22"></path><path class="far" d="M70 32v-9h-9"></path>`,
  search: svg`<circle cx="44" cy="36" r="16"></circle><path d="m56 48 14 13"></path><path class="far" d="M36 36h16"></path>`,
  lock: svg`<rect x="30" y="36" width="36" height="26" rx="5"></rect><path d="M37 36v-6a11 11 0 0 1 22 0v6"></path><path class="far" d="M48 46v6"></path>`,
  globe: svg`<circle cx="48" cy="41" r="21"></circle><path d="M27 41h42M48 20c-14 13-14 29 0 42 14-13 14-29 0-42"></path><path class="far" d="M12 33h8M9 41h8M12 49h8"></path>`,
  broken: svg`<path d="M22 22h22l-5 12 9 7-7 21H22z"></path><path class="far" d="M54 22h20v40H51l6-19-8-8z"></path>`,
};

/**
 * What a view shows when it has nothing to show: one sentence, one action, a small drawing.
 * @slot - The action.
 * @csspart drawing - The small drawing in the brand's colour.
 */
export class EmptyState extends PrefixedElement {
  static override tag = 'empty';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: grid;
        place-items: center;
        flex: 1;
        padding: var(--_space-8) var(--_space-4);
        text-align: center;
        min-block-size: 240px;
      }
      div {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--_space-2);
        max-inline-size: 380px;
      }
      svg {
        inline-size: 96px;
        block-size: 80px;
        fill: var(--_surface);
        stroke: var(--_accent-mark);
        stroke-width: 2;
        stroke-linecap: round;
        stroke-linejoin: round;
        margin-block-end: var(--_space-1);
      }
      svg .ground {
        fill: var(--_accent-soft);
        stroke: none;
      }
      svg .far {
        fill: none;
        opacity: 0.55;
      }
      strong {
        font-size: var(--_font-size-l);
        font-weight: var(--_font-weight-strong);
        letter-spacing: var(--_letter-spacing-heading);
        color: var(--_text);
      }
      p {
        color: var(--_text-muted);
        text-wrap: balance;
      }
      slot {
        display: flex;
        gap: var(--_space-2);
        margin-block-start: var(--_space-2);
        flex-wrap: wrap;
        justify-content: center;
      }
      @media (forced-colors: active) {
        svg {
          stroke: CanvasText;
        }
        svg .ground {
          fill: none;
        }
      }
      code {
        font: var(--_font-size-xs) var(--_font-family-mono);
        color: var(--_text-muted);
        user-select: all;
      }
    `,
  ];
  @property() heading = '';
  @property() text = '';
  @property() drawing: Drawing = 'mail';
  /** A number to quote when reporting an error. */
  @property() reference = '';

  override render(): unknown {
    return html`<div>
      <svg part="drawing" viewBox="0 0 96 80" aria-hidden="true">
        <circle class="ground" cx="48" cy="40" r="36"></circle>
        ${drawings[this.drawing]}
      </svg>
      <strong>${this.heading}</strong>
      <p>${this.text}</p>
      ${this.reference ? html`<code>${this.reference}</code>` : nothing}
      <slot></slot>
    </div>`;
  }
}
