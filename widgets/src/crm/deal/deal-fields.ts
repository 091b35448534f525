import { msg, str } from '@lit/localize';
import type { Deal } from '@tabard/contract/crm/deal';
import { linesTotal } from '@tabard/contract/crm/deal-lines';
import { currencies, forecastCategories, type ForecastCategory } from '@tabard/contract/crm/deal-words';
import type { Pipeline } from '@tabard/contract/crm/pipeline';
import { html } from '../../base/html.ts';
import type { TextField } from '../../core/record-form.ts';
import type { Session } from '../../core/session.ts';
import type { Combobox } from '../../kit/combobox.ts';
import type { DateField } from '../../kit/date-field.ts';
import type { NumberField } from '../../kit/number-field.ts';
import type { Option, Select } from '../../kit/select.ts';
import { campaignPicker } from '../campaign-picker.ts';
import { companyPicker } from '../company-picker.ts';
import { dealLabels, forecastWord } from './deal-labels.ts';
import { amountOf, decimalOf } from './money.ts';

/** What of a deal is written by hand. */
export type DealValues = Pick<
  Deal,
  | 'title'
  | 'value'
  | 'currency'
  | 'probability'
  | 'expectedCloseOn'
  | 'forecast'
  | 'ownerId'
  | 'companyId'
  | 'campaignId'
  | 'source'
  | 'lines'
  | 'contacts'
  | 'stageId'
>;

/** What the fields need of the form around them. */
interface FieldsOf {
  session: Session;
  pipeline: Pipeline | null;
  record: Deal | null;
  currency: string;
  owners: readonly Option[];
  /** The company that is known by its name. */
  company: { companyId?: string | null; companyName?: string | null };
  /** What the campaign of the deal is called, where it has one and its name is known. */
  campaignName: string | null;
  writes: boolean;
  held: <K extends keyof DealValues>(field: K) => DealValues[K] | undefined;
  change: (change: Partial<DealValues>) => void;
  problemOf: (field: string) => string;
  text: (field: 'title' | 'source', more: TextField) => unknown;
  go: (path: string) => void;
}

/** The fields of a deal, in the order in which one thinks of them. */
export function dealFields(form: FieldsOf): unknown {
  const { record, text, session, held, problemOf, writes, change, go } = form;
  const source = { label: dealLabels.source(), max: 100, placeholder: msg('A fair, a referral, a campaign') };
  return html`${text('title', { label: dealLabels.title(), required: true, max: 200 })}
    <div class="pair">${valueField(form)} ${currencyField(form)}</div>
    ${record ? '' : stageField(form)}
    <div class="pair">${dayField(form)} ${probabilityField(form)}</div>
    <div class="pair">${ownerField(form)} ${forecastField(form)}</div>
    ${session.can('company.read') ? companyField(form) : ''}
    <x-deal-people
      .session=${session}
      .contacts=${held('contacts') ?? []}
      error=${problemOf('leadIds')}
      ?disabled=${!writes}
      @edit=${(event: CustomEvent<DealValues['contacts']>) => change({ contacts: event.detail })}
      @open-place=${(event: CustomEvent<string>) => go(event.detail)}
    ></x-deal-people>
    ${text('source', source)} ${session.can('campaign.read') ? campaignField(form) : ''}`;
}

function valueField({ held, change, problemOf, writes, currency }: FieldsOf): unknown {
  const lines = held('lines') ?? [];
  const amount = lines.length > 0 ? linesTotal(lines) : (held('value') ?? 0);
  return html`<x-number-field
    label=${dealLabels.value()}
    name="value"
    min="0"
    .value=${decimalOf(amount, currency)}
    hint=${lines.length > 0 ? msg('The sum of its products.') : ''}
    error=${problemOf('value')}
    ?disabled=${!writes || lines.length > 0}
    @input=${({ target }: Event) => change({ value: amountOf((target as NumberField).value, currency) })}
  ></x-number-field>`;
}

function currencyField({ change, problemOf, writes, currency }: FieldsOf): unknown {
  return html`<x-combobox
    label=${dealLabels.currency()}
    name="currency"
    .options=${currencies.map((value) => ({ value, label: value }))}
    .value=${currency}
    error=${problemOf('currency')}
    ?disabled=${!writes}
    @change=${({ target }: Event) => change({ currency: (target as Combobox).value || undefined })}
  ></x-combobox>`;
}

/** One of a few. */
function choice(
  { held, change, problemOf, writes }: FieldsOf,
  field: 'stageId' | 'ownerId' | 'forecast',
  { options, placeholder = '', usual = '' }: { options: readonly Option[]; placeholder?: string; usual?: string },
): unknown {
  return html`<x-select
    label=${dealLabels[field]()}
    name=${field}
    placeholder=${placeholder}
    .options=${options}
    .value=${held(field) ?? usual}
    error=${problemOf(field)}
    ?disabled=${!writes}
    @change=${({ target }: Event) => change({ [field]: ((target as Select).value || null) as ForecastCategory })}
  ></x-select>`;
}

function stageField(form: FieldsOf): unknown {
  const options = (form.pipeline?.stages ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return choice(form, 'stageId', { options, usual: options[0]?.value ?? '' });
}

const ownerField = (form: FieldsOf): unknown =>
  choice(form, 'ownerId', { options: form.owners, placeholder: msg('None') });

const forecastField = (form: FieldsOf): unknown =>
  choice(form, 'forecast', {
    options: forecastCategories.map((value) => ({ value, label: forecastWord(value) })),
    usual: 'pipeline',
  });

function dayField({ held, change, problemOf, writes }: FieldsOf): unknown {
  return html`<x-date-field
    label=${dealLabels.expectedCloseOn()}
    name="expectedCloseOn"
    .value=${held('expectedCloseOn') ?? ''}
    error=${problemOf('expectedCloseOn')}
    ?disabled=${!writes}
    @change=${({ target }: Event) => change({ expectedCloseOn: (target as DateField).value || null })}
  ></x-date-field>`;
}

function probabilityField({ held, change, problemOf, writes, pipeline, session }: FieldsOf): unknown {
  const stage = pipeline?.stages.find(({ id }) => id === held('stageId')) ?? pipeline?.stages[0];
  const percent = session.format.progress((stage?.probability ?? 0) / 100);
  const own = held('probability') ?? null;
  return html`<x-number-field
    label=${dealLabels.probability()}
    name="probability"
    unit="%"
    min="0"
    max="100"
    hint=${own === null ? msg(str`${percent} by its stage.`) : ''}
    .value=${own === null ? '' : String(own)}
    error=${problemOf('probability')}
    ?disabled=${!writes}
    @input=${({ target }: Event) => {
      const { value } = target as NumberField;
      change({ probability: value === '' ? null : Math.round(Number(value)) });
    }}
  ></x-number-field>`;
}

function companyField({ session, held, change, problemOf, writes, company }: FieldsOf): unknown {
  return companyPicker({
    client: session.client,
    label: dealLabels.companyId(),
    name: 'companyId',
    value: held('companyId') ?? '',
    known: company.companyId
      ? {
          value: company.companyId,
          label: company.companyName ?? '',
        }
      : null,
    error: problemOf('companyId'),
    disabled: !writes,
    choose: (companyId) => change({ companyId: companyId || null }),
  });
}

function campaignField({ session, record, held, change, problemOf, writes, campaignName }: FieldsOf): unknown {
  const known = record?.campaignId && campaignName !== null ? { value: record.campaignId, label: campaignName } : null;
  return campaignPicker({
    client: session.client,
    label: dealLabels.campaignId(),
    name: 'campaignId',
    value: held('campaignId') ?? '',
    known,
    hint: msg('What it brings in counts for this campaign.'),
    error: problemOf('campaignId'),
    disabled: !writes,
    choose: (campaignId) => change({ campaignId: campaignId || null }),
  });
}
