import { msg } from '@lit/localize';
import type { RecordNoun, RecordSubject } from '@tabard/contract/crm/record-subject';
import type { Task } from '@tabard/contract/crm/task';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { OutreachClient } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import type { Combobox } from '../../kit/combobox.ts';
import type { Option } from '../../kit/select.ts';
import { findCompanies } from '../company-picker.ts';
import { nameOf } from '../lead-labels.ts';

/** Leads, companies and deals that fit what was typed. */
async function findSubjects(session: Session, typed: string): Promise<Option[]> {
  const search = typed.trim();
  if (search === '') return [];
  const { client } = session;
  const [leads, companies, deals] = await Promise.all([
    session.can('lead.read') ? client.leads.list({ limit: 10, filter: { search } }) : { items: [] },
    session.can('company.read') ? findCompanies(client, search) : [],
    session.can('deal.read') ? client.deals.list({ limit: 10, filter: { search } }) : { items: [] },
  ]);
  return [
    ...leads.items.map((lead) => ({
      value: `lead ${lead.id}`,
      label: nameOf(lead),
      hint: lead.company ?? lead.email,
      group: msg('Leads'),
    })),
    ...companies.slice(0, 10).map((one) => ({ ...one, value: `company ${one.value}`, group: msg('Companies') })),
    ...deals.items.map(({ id, title, companyName, stageName }) => ({
      value: `deal ${id}`,
      label: title,
      hint: companyName ?? stageName,
      group: msg('Deals'),
    })),
  ];
}

/** What a record is called. */
export async function nameOfSubject(client: OutreachClient, { noun, id }: RecordSubject): Promise<string> {
  if (noun === 'lead') return nameOf(await client.leads.get({ id }));
  return noun === 'company' ? (await client.companies.get({ id })).name : (await client.deals.get({ id })).title;
}

/** What a task is about; null for nothing. */
export function subjectOf({
  leadId,
  companyId,
  dealId,
}: Pick<Task, 'leadId' | 'companyId' | 'dealId'>): RecordSubject | null {
  if (leadId) return { noun: 'lead', id: leadId };
  if (companyId) return { noun: 'company', id: companyId };
  return dealId ? { noun: 'deal', id: dealId } : null;
}

const areas: Readonly<Record<RecordNoun, string>> = { lead: 'leads', company: 'companies', deal: 'deals' };

/** What the pages of such records, and the answers about them, are called. */
export const areaOf = ({ noun }: RecordSubject): string => areas[noun];

const write = (subject: RecordSubject | null): string => (subject ? `${subject.noun} ${subject.id}` : '');
function read(value: string): RecordSubject | null {
  const [noun, id] = value.split(' ');
  return id ? { noun: noun === 'company' || noun === 'deal' ? noun : 'lead', id } : null;
}

interface PickerOptions {
  session: Session;
  value: RecordSubject | null;
  /** What it is called. */
  name: string | null;
  error: string;
  disabled: boolean;
  choose: (subject: RecordSubject | null) => void;
}

/** A field that finds a lead, a company or a deal by typing. */
export const subjectPicker = ({ session, value, name, error, disabled, choose }: PickerOptions): TemplateResult =>
  html`<x-combobox
    label=${msg('About')}
    name="subject"
    placeholder=${msg('Lead, company or deal')}
    .options=${value && name ? [{ value: write(value), label: name }] : []}
    .load=${(typed: string) => findSubjects(session, typed)}
    .value=${write(value)}
    error=${error}
    ?disabled=${disabled}
    @change=${(event: Event) => choose(read((event.target as Combobox).value))}
  ></x-combobox>`;
