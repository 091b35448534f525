import { msg } from '@lit/localize';
import type { Cost } from '@tabard/contract/crm/cost';
import type { PropertyValues, TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { FilterGroup } from '../../kit/filter-group.ts';
import type { Option } from '../../kit/select.ts';
import type { Column } from '../../kit/table-layout.ts';
import { columnMoney, moneyText } from '../deal/money.ts';
import { conditionsOf, costFilterFields, filterOf, settled } from './cost-filter.ts';
import { daysOf, kindWords, purposeOf } from './cost-words.ts';

/**
 * What was spent on winning customers: write it down for a day or for many, say for which campaigns or sources of leads it was, change and
 * archive it.
 *
 * @summary The list of costs.
 */
export class CostList extends RecordList<Cost> {
  static override tag = 'cost-list';
  static override widgetName = 'cost-list' as const;
  static override permission = 'cost.read' as const;
  static override later = [...RecordList.later, async () => (await import('../../kit/filter-bar.ts')).FilterBar];
  protected override readonly area = 'costs';
  protected override readonly writePermission = 'cost.write';

  readonly #campaigns = new Query<readonly Option[]>(this, {
    key: () => (this.session?.can('campaign.read') ? ['campaigns', 'names'] : null),
    ask: async ({ client }) =>
      (await client.campaigns.list({ limit: 100 })).items.map(({ id, name }) => ({ value: id, label: name })),
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.narrowing = settled(this.narrowing);
  }

  protected override procedures({ client }: Session): RecordArea<Cost> {
    return client.costs;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Costs'),
      search: msg('Search costs'),
      add: msg('New cost'),
      none: msg('No costs yet'),
      purpose: msg('Write down what you spend on winning customers, and see what it brings.'),
      noMatch: msg('No cost matches'),
      saved: msg('Cost saved'),
    };
  }

  protected override toolbar(_session: Session): TemplateResult {
    return html`<div class="row views">
      <x-filter-bar
        class="grow"
        .fields=${costFilterFields(this.#campaigns.value ?? [])}
        .group=${conditionsOf(this.narrowing)}
        @filter=${(event: CustomEvent<FilterGroup>) => (this.narrowing = filterOf(event.detail))}
      ></x-filter-bar>
    </div>`;
  }

  protected override allColumns(): Column<Cost>[] {
    const { format } = this;
    return [
      {
        id: 'name',
        label: msg('Name'),
        width: 'minmax(180px, 1.4fr)',
        cell: (row) => html`<span class="strong cut">${row.name}</span>`,
      },
      {
        id: 'kind',
        label: msg('Kind'),
        width: '110px',
        gives: 2,
        cell: (row) => html`<span class="muted">${kindWords()[row.kind]}</span>`,
      },
      {
        id: 'purpose',
        label: msg('For'),
        width: 'minmax(140px, 1fr)',
        gives: 1,
        cell: (row) => html`<span class="muted cut">${purposeOf(row)}</span>`,
      },
      {
        id: 'days',
        label: msg('Days'),
        width: '220px',
        cell: (row) => html`<span class="muted cut">${daysOf(row, format)}</span>`,
      },
      {
        id: 'amount',
        label: msg('Amount'),
        width: '130px',
        align: 'end',
        cell: (row) => html`<span class="num">${columnMoney(format.locale, row.amount, row.currency)}</span>`,
      },
    ];
  }

  protected override card(row: Cost): TemplateResult {
    const { format } = this;
    return html`<span class="two"
        ><span class="strong">${row.name}</span
        ><span class="caption">${kindWords()[row.kind]} · ${daysOf(row, format)}</span></span
      ><span class="num push">${moneyText(format.locale, row.amount, row.currency)}</span>`;
  }

  protected override async loadForm() {
    return (await import('./cost-form.ts')).CostForm;
  }

  protected override formView(session: Session, record: Cost | null, { close, saved, move }: FormEnds): TemplateResult {
    return html`<x-cost-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
    ></x-cost-form>`;
  }
}
