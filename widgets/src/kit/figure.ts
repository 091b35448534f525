import { msg, str } from '@lit/localize';
import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';
import { Sparkline } from './sparkline.ts';
import { Tooltip } from './tooltip.ts';

/** How a figure went: which way, how far in words, and whether that is welcome. */
export interface Change {
  text: string;
  direction: 'up' | 'down';
  welcome: boolean;
  /** What it is compared with, for a screen reader. */
  against: string;
}

/**
 * One number of a row of figures: what it is, how it changed, its shape over time, and on request what it counts.
 *
 * Keys: Tab reaches the figure, if it can be chosen, and the small button that says what it counts; Enter and Space press.
 *
 * @event choose - It was chosen, to be shown in full.
 * @csspart figure - The whole.
 */
export class Figure extends PrefixedElement {
  static override tag = 'figure';
  static override uses = [Sparkline, Tooltip];
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
        background: var(--_surface);
      }
      .figure {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px 8px;
        grid-template-rows: auto auto 1fr;
        align-items: end;
        block-size: 100%;
        padding: 12px 16px;
      }
      .head {
        grid-column: 1 / 3;
        display: flex;
        align-self: start;
        align-items: center;
        gap: 2px;
        min-block-size: 24px;
        font-size: var(--_font-size-xs);
        color: var(--_text-muted);
      }
      .head > :not(.name) {
        flex: none;
      }
      .name {
        min-inline-size: 0;
        line-height: 1.3;
        overflow-wrap: break-word;
        hyphens: auto;
      }
      .value {
        font-size: var(--_font-size-2xl);
        font-weight: var(--_font-weight-strong);
        letter-spacing: var(--_letter-spacing-heading);
        line-height: 1.25;
      }
      .spark {
        inline-size: 56px;
        block-size: 22px;
      }
      .change {
        grid-column: 1 / 3;
        align-self: start;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 8px;
        min-block-size: 18px;
        font-size: var(--_font-size-xs);
        font-variant-numeric: tabular-nums;
        color: var(--_text-muted);
      }
      .change > span {
        display: inline-flex;
        align-items: center;
        gap: 2px;
      }
      .change > :not(.detail) {
        white-space: nowrap;
      }
      .change .icon {
        inline-size: 12px;
        block-size: 12px;
        stroke-width: 2;
      }
      .welcome {
        color: var(--_success-text);
      }
      .unwelcome {
        color: var(--_danger-text);
      }
      .choose {
        position: absolute;
        inset: 0;
        border: 0;
        padding: 0;
        background: none;
        cursor: pointer;
      }
      .choose:focus-visible {
        outline-offset: -3px;
      }
      :host([selectable]) .figure:hover {
        background: var(--_hover);
      }
      .choose[aria-pressed='true'] {
        box-shadow: inset 0 -2px 0 var(--_accent-mark);
      }
      .why {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 24px;
        block-size: 24px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: none;
        color: var(--_text-muted);
        cursor: help;
        opacity: 0.75;
      }
      .why:hover,
      .why:focus-visible {
        opacity: 1;
      }
      .why .icon {
        inline-size: 14px;
        block-size: 14px;
      }
      @container widget (max-width: 520px) {
        .value {
          font-size: var(--_font-size-xl);
        }
        .spark {
          display: none;
        }
        .figure {
          padding: 10px 12px;
        }
      }
      @media (pointer: coarse) {
        .why {
          inline-size: var(--_control-height-touch);
          block-size: var(--_control-height-touch);
          margin-block: -10px;
        }
      }
      @media (forced-colors: active) {
        .choose[aria-pressed='true'] {
          border-block-end: 3px solid Highlight;
        }
      }
    `,
  ];

  @property() name = '';
  @property() value = '';
  /** A second number beside the change, such as the count behind a rate. */
  @property() detail = '';
  /** What it counts, in a sentence. */
  @property() counts = '';
  @property({ attribute: false }) change: Change | null = null;
  @property({ attribute: false }) trend: readonly number[] = [];
  @property({ type: Boolean, reflect: true }) selectable = false;
  @property({ type: Boolean }) selected = false;

  override render(): unknown {
    const { name, counts, change } = this;
    return html`<div class="figure" part="figure">
      ${
        this.selectable
          ? html`<button
              class="choose"
              type="button"
              aria-pressed=${this.selected}
              aria-label=${msg(str`Show “${name}” in the chart`)}
              @click=${() => this.tell('choose')}
            ></button>`
          : ''
      }
      <span class="head"
        ><span class="name">${name}</span>${
          counts
            ? html`<x-tooltip tap text=${counts}
                ><button class="why" type="button" aria-label=${msg(str`What “${name}” counts`)}>
                  ${icon('info')}
                </button></x-tooltip
              >`
            : ''
        }</span
      >
      <b class="value num">${this.value}</b>
      ${
        this.trend.length > 1
          ? html`<x-sparkline class="spark" .values=${this.trend} label=${msg(str`${name} over time`)}></x-sparkline>`
          : html`<span></span>`
      }
      <span class="change"
        >${this.detail ? html`<span class="detail">${this.detail}</span>` : ''}${
          change
            ? html`<span class=${change.welcome ? 'welcome' : 'unwelcome'}
                >${icon(change.direction === 'up' ? 'rise' : 'fall')}${change.text}<span class="visually-hidden"
                  >${change.against}</span
                ></span
              >`
            : ''
        }</span
      >
    </div>`;
  }
}
