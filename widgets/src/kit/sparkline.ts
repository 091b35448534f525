import { css, svg } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

const WIDTH = 100;
const HEIGHT = 24;

/**
 * The shape of a series, without axes; its label says what it shows. So small that it draws its own two paths: lists show many
 * of it and need no chart library for them. Time runs the way text does.
 */
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
      svg:dir(rtl) {
        scale: -1 1;
      }
      .line,
      .now {
        fill: none;
        stroke: var(--_accent-mark);
        stroke-width: 1.5;
        stroke-linejoin: round;
        stroke-linecap: round;
        vector-effect: non-scaling-stroke;
      }
      .now {
        stroke-width: 4.5;
      }
      .area {
        fill: var(--_accent-mark);
        opacity: 0.1;
      }
      @media (forced-colors: active) {
        .line,
        .now {
          stroke: CanvasText;
        }
        .area {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) values: readonly number[] = [];
  @property() label = '';

  override render(): unknown {
    const high = Math.max(1, ...this.values);
    const step = WIDTH / Math.max(1, this.values.length - 1);
    const points = this.values.map(
      (value, index) => `${(index * step).toFixed(1)},${(HEIGHT - 2 - (value / high) * (HEIGHT - 4)).toFixed(1)}`,
    );
    // One value is a level, not nothing.
    if (points.length === 1) points.push(`${WIDTH},${points[0]?.split(',')[1] ?? 0}`);
    const last = points.at(-1)?.replace(',', ' ');
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${this.label}>
      ${
        last
          ? svg`<polygon class="area" points=${`0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}`}></polygon><polyline class="line" points=${points.join(' ')}></polyline><path class="now" d=${`M${last}h0`}></path>`
          : ''
      }
    </svg>`;
  }
}
