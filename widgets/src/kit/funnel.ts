import { msg, str } from '@lit/localize';
import { css, svg } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { numbersStyles } from './chart.styles.ts';
import { kitStyles } from './kit.styles.ts';
import { numbersTable } from './numbers-table.ts';

export interface Stage {
  name: string;
  value: number;
  /** What it counts, in a sentence. */
  counts?: string;
}

/**
 * How many are left from stage to stage: a bar, the number and the share of the first for each. Nothing is said by colour, and
 * everything drawn is written beside it; a table adds the share of the stage before.
 *
 * @csspart stage - One of the stages.
 */
export class Funnel extends PrefixedElement {
  static override tag = 'funnel';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    numbersStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
        container: funnel / inline-size;
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--_space-3);
        min-block-size: 32px;
        margin-block-end: var(--_space-2);
        font-size: var(--_font-size-s);
      }
      .head strong {
        font-weight: var(--_font-weight-strong);
      }
      .push {
        margin-inline: auto -10px;
      }
      ol {
        display: grid;
        flex: 1;
        align-content: space-evenly;
        gap: 10px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(96px, 152px) minmax(0, 1fr) 76px 64px;
        gap: 4px 12px;
        align-items: center;
        font-size: var(--_font-size-s);
      }
      li svg {
        display: block;
        inline-size: 100%;
        block-size: 24px;
        border-radius: var(--_radius-small);
        background: var(--_sunken);
      }
      li svg:dir(rtl) {
        scale: -1 1;
      }
      rect {
        fill: var(--_accent-mark);
      }
      li:nth-child(n + 2) rect {
        opacity: 0.82;
      }
      li:nth-child(n + 3) rect {
        opacity: 0.66;
      }
      .name {
        line-height: 1.3;
        overflow-wrap: break-word;
        hyphens: auto;
      }
      li b,
      li .share {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      li b {
        font-weight: var(--_font-weight-strong);
      }
      .share {
        color: var(--_text-muted);
      }
      @container funnel (max-width: 460px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto 60px;
        }
        li svg {
          grid-column: 1 / 4;
          grid-row: 2;
          block-size: 20px;
        }
      }
      @media (forced-colors: active) {
        li svg {
          border: 1px solid CanvasText;
        }
        rect {
          fill: Highlight;
          opacity: 1 !important;
        }
      }
    `,
  ];

  @property({ attribute: false }) stages: readonly Stage[] = [];
  @property() label = '';
  @property({ attribute: false }) format: (value: number) => string = String;
  /** Writes a share 0..1. */
  @property({ attribute: false }) percent: (share: number | null) => string = (share) =>
    share === null ? '–' : `${Math.round(share * 100)} %`;
  @state() private asTable = false;

  override render(): unknown {
    const first = this.stages[0]?.value ?? 0;
    const most = Math.max(1, ...this.stages.map((stage) => stage.value));
    const share = (value: number, of: number): string => this.percent(of > 0 ? value / of : null);
    return html`<div class="head">
        <strong>${this.label}</strong>
        <x-button
          class="push"
          size="small"
          variant="quiet"
          icon=${this.asTable ? 'chart' : 'table'}
          @click=${() => (this.asTable = !this.asTable)}
          >${this.asTable ? msg('Show as chart') : msg('Show as table')}</x-button
        >
      </div>
      ${
        this.asTable
          ? this.#table(share)
          : html`<ol role="list" aria-label=${this.label}>
              ${this.stages.map(
                (stage, at) =>
                  html`<li part="stage">
                    <span class="name">${stage.name}</span>
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                      ${svg`<rect width=${((stage.value / most) * 100).toFixed(2)} height="10"></rect>`}
                    </svg>
                    <b>${this.format(stage.value)}</b>
                    <span class="share">${at === 0 ? '' : share(stage.value, first)}</span>
                  </li>`,
              )}
            </ol>`
      }`;
  }

  #table(share: (value: number, of: number) => string): unknown {
    const first = this.stages[0];
    const name = first?.name ?? '';
    return numbersTable({
      caption: this.label,
      head: [msg('Stage'), msg('Number'), msg(str`Of “${name}”`), msg('Of the stage before')],
      rows: this.stages.map((stage, at) => [
        stage.name,
        this.format(stage.value),
        share(stage.value, first?.value ?? 0),
        at === 0 ? '–' : share(stage.value, this.stages[at - 1]?.value ?? 0),
      ]),
    });
  }
}
