import { css, svg } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

/** The shape of a series, without axes; its label says what it shows. */
export class Sparkline extends PrefixedElement {
  static override tag = 'sparkline';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-block;
        inline-size: 72px;
        block-size: 22px;
      }
      svg {
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
        display: block;
      }
      .line {
        fill: none;
        stroke: var(--_accent-mark);
        stroke-width: 1.5;
        stroke-linejoin: round;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }
      .area {
        fill: var(--_accent-mark);
        opacity: 0.1;
      }
    `,
  ];
  @property({ attribute: false }) values: readonly number[] = [];
  @property() label = '';

  override render(): unknown {
    const high = Math.max(1, ...this.values);
    const step = 100 / Math.max(1, this.values.length - 1);
    const points = this.values.map(
      (value, index) => `${(index * step).toFixed(1)},${(22 - (value / high) * 20).toFixed(1)}`,
    );
    return html`<svg viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label=${this.label}>
      ${svg`<polygon class="area" points=${`0,24 ${points.join(' ')} 100,24`}></polygon><polyline class="line" points=${points.join(' ')}></polyline>`}
    </svg>`;
  }
}
