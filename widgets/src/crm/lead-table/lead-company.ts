import { msg, str } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { Combobox } from '../../kit/combobox.ts';
import type { Option } from '../../kit/select.ts';
import { findCompanies } from '../company-picker.ts';

/** What the field is made of. */
export const companyParts = [Combobox];

interface CompanyField {
  session: Session;
  record: Lead | null;
  label: string;
  /** What is written and not stored yet. */
  draft: { company?: string | null; companyId?: string | null };
  error: string;
  disabled: boolean;
  change: (change: { company?: string; companyId?: string | undefined }) => void;
  /** Somebody wants to see the company. */
  open: (id: string) => void;
  failed: (error: unknown) => void;
}

const NEW = 'new:';

/** Where a lead works: one of the companies, one that is made here, or only a text; with the way to the company. */
export function companyField(field: CompanyField): TemplateResult {
  const { session, record, draft } = field;
  const id = draft.companyId === undefined ? (draft.company === undefined ? record?.companyId : null) : draft.companyId;
  const text = draft.company ?? (draft.company === undefined ? record?.company : null) ?? '';
  const load = async (typed: string): Promise<Option[]> => {
    const found = await findCompanies(session.client, typed);
    const name = typed.trim();
    const isThere = found.some(({ label }) => label.toLocaleLowerCase() === name.toLocaleLowerCase());
    return name && !isThere && session.can('company.write')
      ? [...found, { value: NEW + name, label: msg(str`Make “${name}” a company`) }]
      : found;
  };
  const choose = async (event: Event): Promise<void> => {
    const { value } = event.target as Combobox;
    if (value.startsWith(NEW)) {
      const name = value.slice(NEW.length);
      try {
        const made = await session.client.companies.create({ name });
        session.cache.invalidate(['companies']);
        field.change({ companyId: made.id, company: made.name });
      } catch (error) {
        field.failed(error);
      }
    } else if (value.startsWith('com_')) {
      const { name } = await session.client.companies.get({ id: value });
      field.change({ companyId: value, company: name });
    } else field.change({ company: value, companyId: undefined }); // the platform takes the lead out, or finds the company of its address
  };
  return html`<div>
    <x-combobox
      free
      name="company"
      label=${field.label}
      .options=${id ? [{ value: id, label: text }] : []}
      .load=${load}
      .value=${id ?? text}
      error=${field.error}
      ?disabled=${field.disabled}
      @change=${(event: Event) => void choose(event).catch(field.failed)}
    ></x-combobox>
    ${
      id && id === record?.companyId
        ? html`<x-button size="small" variant="quiet" icon="next" @click=${() => field.open(id)}
            >${msg('Open company')}</x-button
          >`
        : ''
    }
  </div>`;
}
