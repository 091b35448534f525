import { msg } from '@lit/localize';
import type { Conversion } from '@tabard/contract/crm/conversion';
import type { Deal } from '@tabard/contract/crm/deal';
import { currencies } from '@tabard/contract/crm/deal-words';
import type { ConversionKind, ConversionOutcome } from '@tabard/contract/crm/return-words';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Combobox } from '../../kit/combobox.ts';
import { DateField } from '../../kit/date-field.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { TextArea } from '../../kit/text-area.ts';
import { TimeField } from '../../kit/time-field.ts';
import { campaignPicker } from '../campaign-picker.ts';
import { amountOf, decimalOf } from '../deal/money.ts';
import { atWall, wallOf } from '../task/wall-clock.ts';
import { conversionWord, conversionWords } from './conversion-words.ts';

type Values = Pick<Conversion, 'kind' | 'name' | 'reason' | 'currency' | 'dealId' | 'campaignId' | 'campaignName'> & {
  day: string;
  time: string;
  /** The value as it stands in its field. */
  decimal: string;
};

/** One conversion in a drawer: what it was, when, what it is worth, and which campaign it is owed to; or why a lead is lost. */
export class ConversionForm extends RecordForm<Conversion, Values> {
  static override tag = 'conversion-form';
  static override uses = [...formParts, Combobox, DateField, NumberField, Select, TextArea, TimeField];
  /** Whose it is, where it is a new one. */
  @property({ attribute: false }) leadId = '';
  /** What a new one is. */
  @property({ attribute: false }) outcome: ConversionOutcome = 'converted';
  protected override readonly permission = 'conversion.write';
  protected override readonly area = 'conversions';
  protected override readonly blame = { 'conversion.deal_counted': 'dealId' };

  /** The deals that the lead is in: one of them may be what was signed. */
  readonly #deals = new Query<readonly Deal[]>(this, {
    key: () => (this.open && this.#lead && this.session.can('deal.read') ? ['deals', 'of-lead', this.#lead] : null),
    ask: async ({ client }) =>
      (await client.deals.list({ limit: 100, subject: { noun: 'lead', id: this.#lead } })).items,
  });

  get #lead(): string {
    return this.record?.leadId ?? this.leadId;
  }
  get #outcome(): ConversionOutcome {
    return this.record?.outcome ?? this.outcome;
  }

  protected override heading(): string {
    if (this.record) return conversionWord(this.record);
    return this.#outcome === 'lost' ? msg('Mark as lost') : msg('Mark as converted');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : this.heading();
  }

  /** When it happened, by the workspace's clock; a new one just now. */
  get #when(): { day: string; time: string } {
    const known = wallOf(this.record?.happenedAt ?? new Date().toISOString(), this.session.timeZone);
    return { day: this.draft.day ?? known.day, time: this.draft.time ?? known.time };
  }

  get #currency(): string {
    return this.held('currency') ?? this.#deal?.currency ?? 'EUR';
  }
  get #deal(): Deal | undefined {
    return this.#deals.value?.find(({ id }) => id === this.held('dealId'));
  }
  get #decimal(): string {
    const { record } = this;
    if (this.draft.decimal !== undefined) return this.draft.decimal;
    return typeof record?.value === 'number' ? decimalOf(record.value, record.currency) : '';
  }

  protected override async store(draft: Partial<Values>): Promise<Conversion> {
    const { conversions } = this.session.client;
    const { day, time } = this.#when;
    const isMoved = draft.day !== undefined || draft.time !== undefined || !this.record;
    const [decimal, isLost] = [this.#decimal, this.#outcome === 'lost'];
    const values = {
      ...(isMoved && { happenedAt: atWall(day, time, this.session.timeZone) }),
      ...(draft.campaignId !== undefined && { campaignId: draft.campaignId }),
      ...(isLost
        ? { reason: (this.held('reason') ?? '').trim() }
        : {
            kind: this.held('kind') ?? ('signed' as const),
            name: this.held('kind') === 'custom' ? (this.held('name') ?? '').trim() : null,
            dealId: this.held('dealId') ?? null,
            // Left open, a deal says what it is worth.
            ...(decimal !== '' || this.record
              ? { value: decimal === '' ? null : amountOf(decimal, this.#currency), currency: this.#currency }
              : { ...(!this.held('dealId') && { currency: this.#currency }) }),
          }),
    };
    const stored = this.record
      ? await conversions.update({ id: this.record.id, ...values })
      : await conversions.create({ leadId: this.leadId, outcome: this.outcome, ...values });
    this.session.cache.invalidate(['returns']);
    this.session.cache.invalidate(['timeline']);
    return stored;
  }

  protected override content(): unknown {
    const { day, time } = this.#when;
    return html`<form novalidate @submit=${this.save}>
      ${this.#outcome === 'lost' ? this.#reason() : this.#kind()}
      <div class="pair">
        <x-date-field
          label=${msg('Day')}
          required
          .value=${day}
          error=${this.problemOf('happenedAt')}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ day: (event.target as DateField).value })}
        ></x-date-field>
        <x-time-field
          label=${msg('Time')}
          required
          step="15"
          .value=${time}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ time: (event.target as TimeField).value })}
        ></x-time-field>
      </div>
      ${this.#outcome === 'lost' ? '' : this.#worth()} ${this.#campaign()}
    </form>`;
  }

  #reason(): unknown {
    return html`<x-text-area
      label=${msg('Why it is lost')}
      name="reason"
      required
      rows="3"
      maxlength="500"
      .value=${this.held('reason') ?? ''}
      error=${this.problemOf('reason')}
      ?disabled=${!this.writes}
      @input=${({ target }: Event) => this.change({ reason: (target as TextArea).value })}
    ></x-text-area>`;
  }

  #kind(): unknown {
    const kind = this.held('kind') ?? 'signed';
    return html`<x-select
        label=${msg('What it was')}
        name="kind"
        .options=${Object.entries(conversionWords()).map(([value, label]) => ({ value, label }))}
        .value=${kind}
        error=${this.problemOf('kind')}
        ?disabled=${!this.writes}
        @change=${({ target }: Event) => this.change({ kind: (target as Select).value as ConversionKind })}
      ></x-select>
      ${kind === 'custom' ? this.text('name', { label: msg('What it is called'), required: true, max: 100 }) : ''}`;
  }

  #worth(): unknown {
    const deals = this.#deals.value ?? [];
    const deal = this.#deal;
    return html`${
        deals.length > 0
          ? html`<x-select
              label=${msg('Deal')}
              name="dealId"
              placeholder=${msg('None')}
              hint=${msg('Its revenue is counted once: as this says.')}
              .options=${deals.map(({ id, title }) => ({ value: id, label: title }))}
              .value=${this.held('dealId') ?? ''}
              error=${this.problemOf('dealId')}
              ?disabled=${!this.writes}
              @change=${({ target }: Event) => this.change({ dealId: (target as Select).value || null })}
            ></x-select>`
          : ''
      }
      <div class="pair">
        <x-number-field
          label=${msg('Value')}
          name="value"
          min="0"
          placeholder=${deal && !this.record ? decimalOf(deal.value, deal.currency) : ''}
          .value=${this.#decimal}
          error=${this.problemOf('value')}
          ?disabled=${!this.writes}
          @input=${({ target }: Event) => this.change({ decimal: (target as NumberField).value })}
        ></x-number-field>
        <x-combobox
          label=${msg('Currency')}
          name="currency"
          .options=${currencies.map((value) => ({ value, label: value }))}
          .value=${this.#currency}
          error=${this.problemOf('currency')}
          ?disabled=${!this.writes}
          @change=${({ target }: Event) => this.change({ currency: (target as Combobox).value || 'EUR' })}
        ></x-combobox>
      </div>`;
  }

  #campaign(): unknown {
    if (!this.session.can('campaign.read')) return '';
    const [id, name] = [this.held('campaignId'), this.held('campaignName')];
    return campaignPicker({
      client: this.session.client,
      label: msg('Owed to the campaign'),
      name: 'campaignId',
      value: id ?? '',
      known: id ? { value: id, label: name ?? msg('Campaign') } : null,
      placeholder: this.record ? msg('None') : msg('The last one that wrote before'),
      error: this.problemOf('campaignId'),
      disabled: !this.writes,
      choose: (chosen, called) => this.change({ campaignId: chosen || null, campaignName: chosen ? called : null }),
    });
  }
}
