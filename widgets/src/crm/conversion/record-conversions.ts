import { msg, str } from '@lit/localize';
import type { Conversion } from '@tabard/contract/crm/conversion';
import type { ConversionOutcome } from '@tabard/contract/crm/return-words';
import { css } from 'lit';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Menu } from '../../kit/menu.ts';
import { SubjectPanel } from '../record/subject-panel.ts';
import { moneyText } from '../deal/money.ts';
import { ConversionForm } from './conversion-form.ts';
import { conversionWord, learnRefusals } from './conversion-words.ts';

/**
 * What a lead became: mark it as converted or as lost, change what was said, and take it back.
 *
 * @event open-place - Somebody wants to go somewhere; `detail` is its address.
 */
export class RecordConversions extends SubjectPanel {
  static override tag = 'record-conversions';
  static override uses = [...SubjectPanel.uses, ConversionForm, Menu];
  static override styles = [
    SubjectPanel.styles,
    badgeMarkStyles,
    css`
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: var(--_space-3);
        min-block-size: 52px;
        padding-block: var(--_space-2);
        border-block-end: 1px solid var(--_border);
      }
      .what {
        display: flex;
        flex-direction: column;
        gap: 2px;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .num {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  protected override readonly area = 'conversions';
  /** The one in the drawer; null is one that is still to be written down. */
  @state() private opened: Conversion | null | undefined;
  @state() private outcome: ConversionOutcome = 'converted';

  readonly #list = new ListQuery<Conversion>(this, {
    key: () => (this.subject ? ['conversions', 'of', this.subject.id] : null),
    ask: ({ client }, page) =>
      client.conversions.list({ ...page, filter: { leadId: this.subject.id }, sort: 'happened_at' }),
    limit: 25,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    learnRefusals();
  }

  get #writes(): boolean {
    return this.session.can('conversion.write');
  }

  #mark(outcome: ConversionOutcome): void {
    [this.outcome, this.opened] = [outcome, null];
  }

  #takeBack({ id, outcome }: Conversion): void {
    const { client, cache } = this.session;
    const told = (): void => cache.invalidate(['returns']);
    void this.withUndo(
      outcome === 'lost' ? msg('No longer marked as lost') : msg('Conversion taken back'),
      () => client.conversions.archive({ ids: [id] }).then(told),
      () => client.conversions.restore({ ids: [id] }).then(told),
    );
  }

  /** What was written down has a way back, too. */
  #saved({ id, outcome }: Conversion): void {
    const isNew = this.opened === null;
    this.opened = undefined;
    if (!isNew) return;
    const back = (): void => void this.attempt(() => this.session.client.conversions.archive({ ids: [id] }));
    this.toast({
      text: outcome === 'lost' ? msg('Marked as lost') : msg('Marked as converted'),
      action: { label: msg('Undo'), run: back },
    });
  }

  protected override content(): unknown {
    const acts = this.#writes
      ? html`<div class="acts">
          <x-button icon="check" @click=${() => this.#mark('converted')}>${msg('Mark as converted')}</x-button>
          <x-button icon="close" @click=${() => this.#mark('lost')}>${msg('Mark as lost')}</x-button>
        </div>`
      : '';
    return html`${acts}
    ${listStates(
      this.#list,
      (items) =>
        html`<ul aria-label=${msg('Conversions')}>
          ${items.map((conversion) => this.#entry(conversion))}
        </ul>`,
      () =>
        html`<x-empty
          drawing="chart"
          heading=${msg('Not converted yet')}
          text=${msg('Say when this lead signed, met you or bought, and what that is worth. A won deal counts by itself.')}
        ></x-empty>`,
    )}
    ${
      this.opened === undefined
        ? ''
        : html`<x-conversion-form
            .session=${this.session}
            .leadId=${this.subject.id}
            .outcome=${this.outcome}
            .record=${this.opened}
            open
            @close=${() => (this.opened = undefined)}
            @saved=${(event: CustomEvent<Conversion>) => this.#saved(event.detail)}
          ></x-conversion-form>`
    }`;
  }

  #entry(conversion: Conversion): unknown {
    const { format } = this.session;
    const { outcome, happenedAt, campaignName, dealTitle, reason, value, currency } = conversion;
    const facts = [
      dealTitle && msg(str`Deal: ${dealTitle}`),
      campaignName && msg(str`Owed to ${campaignName}`),
      reason,
    ].filter(Boolean);
    return html`<li>
      <div class="what">
        <div class="head">
          ${badgeMark(conversionWord(conversion), outcome === 'lost' ? 'danger' : 'success')}
          <time class="caption" datetime=${happenedAt} title=${format.dateTime(happenedAt)}
            >${format.date(happenedAt)}</time
          >
        </div>
        <span class="caption">${facts.join(' · ')}</span>
      </div>
      <span class="num strong">${value === null ? '' : moneyText(format.locale, value, currency)}</span>
      ${
        this.#writes
          ? html`<x-menu
              icon="more"
              size="small"
              label=${msg('What to do with this conversion')}
              .items=${[
                { id: 'edit', label: msg('Edit'), icon: 'edit' },
                { id: 'back', label: msg('Take back'), icon: 'undo' },
              ]}
              @choose=${(event: CustomEvent<string>) =>
                event.detail === 'edit' ? (this.opened = conversion) : this.#takeBack(conversion)}
            ></x-menu>`
          : html`<span></span>`
      }
    </li>`;
  }
}
