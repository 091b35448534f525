import { msg } from '@lit/localize';
import type { Cost } from '@tabard/contract/crm/cost';
import { currencies } from '@tabard/contract/crm/deal-words';
import type { CostKind } from '@tabard/contract/crm/return-words';
import { css } from 'lit';
import { html } from '../../base/html.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Chip } from '../../kit/chip.ts';
import { Combobox } from '../../kit/combobox.ts';
import { DateField } from '../../kit/date-field.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { TextArea } from '../../kit/text-area.ts';
import { campaignPicker } from '../campaign-picker.ts';
import { amountOf, decimalOf } from '../deal/money.ts';
import { kindWords, sourceWord, sourceWords } from './cost-words.ts';

type Values = Pick<Cost, 'name' | 'kind' | 'currency' | 'startsOn' | 'endsOn' | 'campaigns' | 'sources' | 'note'> & {
  /** The amount as it stands in its field. */
  decimal: string;
};

/**
 * One cost in a drawer: what was spent, for which days, and on which campaigns or sources of leads.
 */
export class CostForm extends RecordForm<Cost, Values> {
  static override tag = 'cost-form';
  static override uses = [...formParts, Checkbox, Chip, Combobox, DateField, NumberField, Select, TextArea];
  static override styles = [
    RecordForm.styles,
    css`
      fieldset {
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
        margin: 0;
        padding: 0;
        border: 0;
        min-inline-size: 0;
      }
      legend {
        padding: 0;
        margin-block-end: var(--_space-2);
        font-weight: 500;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
    `,
  ];
  protected override readonly permission = 'cost.write';
  protected override readonly area = 'costs';

  protected override heading(): string {
    return this.record?.name ?? msg('New cost');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add cost');
  }

  get #currency(): string {
    return this.held('currency') ?? 'EUR';
  }

  get #decimal(): string {
    return this.draft.decimal ?? (this.record ? decimalOf(this.record.amount, this.record.currency) : '');
  }

  /** The first day; of a new one today by the workspace's clock. Swedish dates are written as ISO days. */
  get #startsOn(): string {
    const today = new Intl.DateTimeFormat('sv', { timeZone: this.session.timeZone }).format(Date.now());
    return this.held('startsOn') ?? today;
  }

  protected override async store({ name, note }: Partial<Values>): Promise<Cost> {
    const { costs } = this.session.client;
    const [startsOn, currency] = [this.#startsOn, this.#currency];
    const values = {
      kind: this.held('kind') ?? ('other' as const),
      amount: amountOf(this.#decimal, currency),
      currency,
      startsOn,
      endsOn: this.held('endsOn') || startsOn,
      campaignIds: (this.held('campaigns') ?? []).map(({ id }) => id),
      sources: [...(this.held('sources') ?? [])],
      ...(note !== undefined && { note: note?.trim() || null }),
    };
    const written = name === undefined ? {} : { name: name.trim() };
    const stored = this.record
      ? await costs.update({ id: this.record.id, ...values, ...written })
      : await costs.create({ ...values, name: (name ?? '').trim() });
    this.session.cache.invalidate(['returns']);
    return stored;
  }

  protected override content(): unknown {
    return html`<form novalidate @submit=${this.save}>
      ${this.text('name', { label: msg('What for'), required: true, max: 200, placeholder: msg('Addresses of decision makers') })}
      <div class="pair">
        <x-number-field
          label=${msg('Amount')}
          name="amount"
          min="0"
          required
          .value=${this.#decimal}
          error=${this.problemOf('amount')}
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
      </div>
      <x-select
        label=${msg('Kind')}
        name="kind"
        .options=${Object.entries(kindWords()).map(([value, label]) => ({ value, label }))}
        .value=${this.held('kind') ?? 'other'}
        error=${this.problemOf('kind')}
        ?disabled=${!this.writes}
        @change=${({ target }: Event) => this.change({ kind: (target as Select).value as CostKind })}
      ></x-select>
      <div class="pair">
        ${this.#day('startsOn', msg('First day'), this.#startsOn)}
        ${this.#day('endsOn', msg('Last day'), this.held('endsOn') ?? this.#startsOn)}
      </div>
      ${this.session.can('campaign.read') || (this.held('campaigns') ?? []).length > 0 ? this.#campaigns() : ''}
      ${this.#sources()}
      <x-text-area
        label=${msg('Note')}
        rows="3"
        maxlength="2000"
        .value=${this.held('note') ?? ''}
        error=${this.problemOf('note')}
        ?disabled=${!this.writes}
        @input=${({ target }: Event) => this.change({ note: (target as TextArea).value })}
      ></x-text-area>
    </form>`;
  }

  #day(field: 'startsOn' | 'endsOn', label: string, value: string): unknown {
    return html`<x-date-field
      label=${label}
      name=${field}
      required
      .value=${value}
      error=${field === 'endsOn' && value < this.#startsOn ? msg('The last day is before the first.') : this.problemOf(field)}
      ?disabled=${!this.writes}
      @change=${({ target }: Event) => {
        const day = (target as DateField).value;
        const ends = this.held('endsOn') ?? this.#startsOn;
        // A span that would be turned around becomes the single day.
        this.change({
          [field]: day,
          ...(field === 'startsOn' && (ends < day || !this.held('endsOn')) && { endsOn: day }),
        });
      }}
    ></x-date-field>`;
  }

  #campaigns(): unknown {
    const chosen = this.held('campaigns') ?? [];
    return html`<fieldset>
      ${
        this.writes
          ? campaignPicker({
              client: this.session.client,
              label: msg('Campaigns'),
              name: 'campaignIds',
              value: '',
              known: null,
              without: chosen.map(({ id }) => id),
              placeholder: msg('No campaign'),
              hint: msg('Several share it in equal parts.'),
              error: this.problemOf('campaignIds'),
              choose: (id, name) => {
                if (id) this.change({ campaigns: [...chosen, { id, name }] });
              },
            })
          : ''
      }
      ${
        chosen.length > 0
          ? html`<div class="chips">
              ${chosen.map(
                ({ id, name }) =>
                  html`<x-chip
                    label=${name}
                    ?removable=${this.writes}
                    @remove=${() => this.change({ campaigns: chosen.filter((one) => one.id !== id) })}
                  ></x-chip>`,
              )}
            </div>`
          : ''
      }
    </fieldset>`;
  }

  #sources(): unknown {
    const chosen = this.held('sources') ?? [];
    const all = [...new Set([...Object.keys(sourceWords()), ...chosen])];
    return html`<fieldset>
      <legend>${msg('Lead sources')}</legend>
      ${all.map(
        (source) =>
          html`<x-checkbox
            label=${sourceWord(source)}
            .checked=${chosen.includes(source)}
            ?disabled=${!this.writes}
            @change=${({ target }: Event) =>
              this.change({
                sources: (target as Checkbox).checked ? [...chosen, source] : chosen.filter((one) => one !== source),
              })}
          ></x-checkbox>`,
      )}
    </fieldset>`;
  }
}
