import type { TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { OutreachClient } from '../core/client.ts';
import type { Combobox } from '../kit/combobox.ts';
import type { Option } from '../kit/select.ts';

interface PickerOptions {
  client: OutreachClient;
  label: string;
  name: string;
  value: string;
  /** The one that is chosen already: its words are known. */
  known: Option | null;
  /** The company that is not offered. */
  without?: string | undefined;
  placeholder?: string;
  error?: string;
  disabled?: boolean;
  choose: (id: string) => void;
}

/** Companies that fit what was typed, as options. */
export async function findCompanies(client: OutreachClient, typed: string, without = ''): Promise<Option[]> {
  const search = typed.trim();
  const { items } = await client.companies.list({
    limit: 20,
    sort: 'name',
    direction: 'asc',
    ...(search && { filter: { search } }),
  });
  return items
    .filter(({ id }) => id !== without)
    .map(({ id, name, domains, city }) => ({ value: id, label: name, hint: domains[0] ?? city ?? '' }));
}

/** A field that finds a company by typing. */
export function companyPicker(options: PickerOptions): TemplateResult {
  const { client, known, without, choose } = options;
  return html`<x-combobox
    label=${options.label}
    name=${options.name}
    placeholder=${options.placeholder ?? ''}
    .options=${known ? [known] : []}
    .load=${(typed: string) => findCompanies(client, typed, without)}
    .value=${options.value}
    error=${options.error ?? ''}
    ?disabled=${options.disabled ?? false}
    @change=${(event: Event) => choose((event.target as Combobox).value)}
  ></x-combobox>`;
}
