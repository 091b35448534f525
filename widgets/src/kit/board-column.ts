import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import type { BoardCard } from './board-card.ts';
import type { BoardColumn } from './board.ts';
import { icon } from './draw-icon.ts';

interface ColumnLook {
  /** Its place among the columns. */
  at: number;
  here: readonly BoardCard[];
  /** The places of the cards that are drawn. */
  drawn: readonly number[];
  /** How many there are in all, as it is written. */
  count: string;
  sum: string | null;
  /** Why what is in the hand cannot come here. */
  why: string;
  /** What is in the hand is over it. */
  over: boolean;
  card: (card: BoardCard, at: number) => TemplateResult;
  /** Asks for more; null where that happens by itself. */
  further: (() => void) | null;
}

/** One column of a board. */
export function boardColumn({ id, label, tone, more, busy }: BoardColumn, look: ColumnLook): TemplateResult {
  const { at, here, drawn, why, sum, further } = look;
  return html`<section
    class="column ${why ? 'refused' : ''} ${look.over ? 'over' : ''}"
    part="column"
    data-column=${id}
    aria-labelledby="column-${at} count-${at}"
  >
    <header class=${tone ?? 'neutral'}>
      <h2 id="column-${at}"><i></i><span class="cut">${label}</span></h2>
      <span class="count" id="count-${at}">${look.count}</span>
      ${sum === null ? '' : html`<span class="sum">${sum}</span>`}
    </header>
    ${why ? html`<p class="why">${icon('lock')}<span>${why}</span></p>` : ''}
    <div class="list" tabindex="-1">
      <div class="body">
        <ul role="list" class="rows">
          ${repeat(
            drawn.filter((index) => here[index]),
            (index) => here[index]!.id,
            (index) => look.card(here[index]!, index),
          )}
        </ul>
      </div>
      ${here.length === 0 ? html`<p class="nothing">${busy ? msg('Loading') : msg('Nothing here')}</p>` : ''}
    </div>
    ${
      more && further
        ? html`<div class="further">
            <x-button size="small" variant="quiet" ?busy=${busy ?? false} @click=${further}
              >${msg('Show more')}</x-button
            >
          </div>`
        : ''
    }
  </section>`;
}
