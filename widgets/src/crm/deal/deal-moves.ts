import { msg, str } from '@lit/localize';
import type { DealMove } from '@tabard/contract/crm/deal';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { moneyText } from './money.ts';

const DAY = 86_400;

/**
 * The moves of a deal from stage to stage: when, by whom, how long it had been there, and what it was worth then.
 */
export class DealMoves extends PrefixedElement {
  static override tag = 'deal-moves';
  static override uses = [Banner, Button, Skeleton];
  static override styles = [
    widgetStyles,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 2px var(--_space-3);
        padding-block: var(--_space-3);
        border-block-end: 1px solid var(--_border);
      }
      .num {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: 'deal-id' }) dealId = '';
  readonly #moves = new Query<{ items: readonly DealMove[] }>(this, {
    key: () => (this.dealId ? ['deals', 'history', this.dealId] : null),
    ask: ({ client }) => client.deals.history({ id: this.dealId }),
  });

  override render(): unknown {
    const { value, failure } = this.#moves;
    if (!value && failure)
      return html`<x-banner tone="danger"
        >${textOf(failure)}
        <x-button slot="actions" size="small" @click=${() => void this.#moves.reload()}>${msg('Try again')}</x-button>
      </x-banner>`;
    if (!value) return html`<x-skeleton shape="text"></x-skeleton>`;
    return html`<ol aria-label=${msg('Stages')}>
      ${value.items.map((move) => this.#move(move))}
    </ol>`;
  }

  #move({ at, from, to, seconds, by, value, currency }: DealMove): unknown {
    const { format } = this.session;
    const days = format.number(Math.round((seconds ?? 0) / DAY));
    const stayed =
      seconds === null
        ? ''
        : format.plural(Math.round(seconds / DAY), {
            one: msg(str`after 1 day in ${from ?? ''}`),
            other: msg(str`after ${days} days in ${from ?? ''}`),
          });
    return html`<li>
      <span class="strong">${to}</span><span class="num">${moneyText(format.locale, value, currency)}</span>
      <span class="caption">${[stayed, by].filter(Boolean).join(' · ')}</span>
      <span class="caption num" title=${format.dateTime(at)}>${format.relative(at)}</span>
    </li>`;
  }
}
