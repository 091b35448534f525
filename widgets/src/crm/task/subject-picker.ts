import { msg } from '@lit/localize';
import type { RecordSubject } from '@tabard/contract/crm/record-subject';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { OutreachClient } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import type { Combobox } from '../../kit/combobox.ts';
import type { Option } from '../../kit/select.ts';
import { findCompanies } from '../company-picker.ts';
import { nameOf } from '../lead-labels.ts';

/** Leads and companies that fit what was typed. */
async function findSubjects(session: Session, typed: string): Promise<Option[]> {
  const search = typed.trim();
  if (search === '') return [];
  const { client } = session;
  const [leads, companies] = await Promise.all([
    session.can('lead.read') ? client.leads.list({ limit: 10, filter: { search } }) : { items: [] },
    session.can('company.read') ? findCompanies(client, search) : [],
  ]);
  return [
    ...leads.items.map((lead) => ({
      value: `lead ${lead.id}`,
      label: nameOf(lead),
      hint: lead.company ?? lead.email,
      group: msg('Leads'),
    })),
    ...companies.slice(0, 10).map((one) => ({ ...one, value: `company ${one.value}`, group: msg('Companies') })),
  ];
}

/** What a record is called. */
export const nameOfSubject = async (client: OutreachClient, { noun, id }: RecordSubject): Promise<string> =>
  noun === 'lead' ? nameOf(await client.leads.get({ id })) : (await client.companies.get({ id })).name;

const write = (subject: RecordSubject | null): string => (subject ? `${subject.noun} ${subject.id}` : '');
function read(value: string): RecordSubject | null {
  const [noun, id] = value.split(' ');
  return id ? { noun: noun === 'company' ? 'company' : 'lead', id } : null;
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

/** A field that finds a lead or a company by typing. */
export const subjectPicker = ({ session, value, name, error, disabled, choose }: PickerOptions): TemplateResult =>
  html`<x-combobox
    label=${msg('About')}
    name="subject"
    placeholder=${msg('Lead or company')}
    .options=${value && name ? [{ value: write(value), label: name }] : []}
    .load=${(typed: string) => findSubjects(session, typed)}
    .value=${write(value)}
    error=${error}
    ?disabled=${disabled}
    @change=${(event: Event) => choose(read((event.target as Combobox).value))}
  ></x-combobox>`;
