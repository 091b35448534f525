import { css, nothing } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

/** How far something is, 0 to 1; a negative value says that nobody knows. */
export class ProgressBar extends PrefixedElement {
  static override tag = 'progress';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
      }
      .track {
        block-size: 6px;
        border-radius: 9px;
        background: var(--_pressed);
        overflow: hidden;
      }
      .fill {
        block-size: 100%;
        border-radius: 9px;
        background: var(--_accent-mark);
        inline-size: calc(var(--value, 0) * 100%);
        transition: inline-size var(--_duration-slow) linear;
      }
      .unknown .fill {
        inline-size: 100%;
        background: linear-gradient(90deg, transparent, var(--_accent-mark), transparent) no-repeat 40% / 40% 100%;
        animation: pass 1.4s var(--_ease-in-out) infinite;
      }
      @keyframes pass {
        from {
          background-position: -70% 0;
        }
        to {
          background-position: 170% 0;
        }
      }
      .unknown .fill:dir(rtl) {
        animation-direction: reverse;
      }
      :host([tone='warning']) .fill {
        background: var(--_warning);
      }
      @media (forced-colors: active) {
        .fill {
          background: Highlight;
        }
        .track {
          border: 1px solid;
        }
      }
    `,
  ];
  @property({ type: Number }) value = 0;
  @property() label = '';

  protected override updated(): void {
    this.style.setProperty('--value', String(Math.min(1, Math.max(0, this.value))));
  }

  override render(): unknown {
    return html`<div
      class="track ${this.value < 0 ? 'unknown' : ''}"
      role="progressbar"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${this.value < 0 ? nothing : Math.round(Math.min(1, this.value) * 100)}
    >
      <div class="fill"></div>
    </div>`;
  }
}
