import { msg, str } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import type { PipelineStage } from '@tabard/contract/crm/pipeline';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { createFormat, type Format } from '../../core/format.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Button } from '../../kit/button.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { stands, statusTones, statusWord } from './deal-labels.ts';

/**
 * Where a deal stands, as its stages in a row; one that is chosen takes it there.
 *
 * @event choose-stage - `detail` is the id of the stage.
 * @event close-as - Won or lost, as `detail` says.
 * @event reopen - It is to be opened again.
 */
export class StageBar extends PrefixedElement {
  static override tag = 'stage-bar';
  static override uses = [Button];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-3);
      }
      ol {
        display: flex;
        gap: 3px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        flex: 1;
        min-inline-size: 0;
      }
      .stage {
        inline-size: 100%;
        min-block-size: 30px;
        padding: 0 6px;
        border: 0;
        border-block-end: 3px solid var(--_border-strong);
        background: none;
        color: var(--_text-muted);
        font: inherit;
        font-size: var(--_font-size-xs);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        cursor: pointer;
      }
      .stage:hover:not(:disabled) {
        background: var(--_hover);
        color: var(--_text);
      }
      .stage:disabled {
        cursor: default;
      }
      .passed {
        border-color: var(--_accent-mark);
      }
      [aria-current] {
        color: var(--_text);
        font-weight: var(--_font-weight-strong);
      }
      .won {
        border-color: var(--_success);
      }
      .lost {
        border-color: var(--_danger);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .push {
        margin-inline-start: auto;
      }
      @media (pointer: coarse) {
        .stage {
          min-block-size: var(--_control-height-touch);
        }
      }
    `,
  ];
  @property({ attribute: false }) deal!: Deal;
  @property({ attribute: false }) stages: readonly PipelineStage[] = [];
  @property({ attribute: false }) format: Format = createFormat('en');
  @property({ type: Boolean }) disabled = false;

  override render(): unknown {
    const { deal, stages } = this;
    const open = stages.filter(({ kind }) => kind === 'open');
    const at = open.findIndex(({ id }) => id === deal.stageId);
    const reached = at < 0 ? open.length : at;
    const look = deal.status === 'open' ? 'passed' : deal.status;
    return html`<ol aria-label=${msg('Stages')}>
        ${open.map(
          ({ id, name }, place) =>
            html`<li>
              <button
                class="stage ${place <= reached ? look : ''}"
                type="button"
                title=${name}
                aria-current=${id === deal.stageId ? 'step' : 'false'}
                ?disabled=${this.disabled || id === deal.stageId}
                @click=${() => this.tell('choose-stage', id)}
              >
                ${name}
              </button>
            </li>`,
        )}
      </ol>
      <div class="row">
        ${badgeMark(deal.status === 'open' ? deal.stageName : statusWord(deal.status), statusTones[deal.status])}
        <span class="caption">${this.#since()}</span>
        ${this.disabled ? '' : this.#acts()}
      </div>`;
  }

  #since(): string {
    const { deal, format } = this;
    if (deal.closedAt)
      return [deal.reasonName, deal.reasonNote, format.date(deal.closedAt)].filter(Boolean).join(' · ');
    const since = format.date(deal.stageSince);
    const stage = this.stages.find(({ id }) => id === deal.stageId);
    return stands(deal, stage) ? msg(str`Stands still since ${since}`) : msg(str`Since ${since}`);
  }

  #acts(): unknown {
    if (this.deal.status !== 'open')
      return html`<x-button class="push" size="small" icon="undo" @click=${() => this.tell('reopen')}
        >${msg('Open again')}</x-button
      >`;
    return html`<x-button class="push" size="small" icon="check" @click=${() => this.tell('close-as', 'won')}
        >${msg('Won')}</x-button
      ><x-button size="small" icon="close" @click=${() => this.tell('close-as', 'lost')}>${msg('Lost')}</x-button>`;
  }
}
