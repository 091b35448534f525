import { msg } from '@lit/localize';
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
  /** Those that are not offered. */
  without?: readonly string[];
  placeholder?: string;
  hint?: string;
  error?: string;
  disabled?: boolean;
  choose: (id: string, name: string) => void;
}

/** A field that finds a campaign by typing. */
export function campaignPicker(options: PickerOptions): TemplateResult {
  const { client, known, without = [], choose } = options;
  const load = async (typed: string): Promise<Option[]> => {
    const search = typed.trim();
    const { items } = await client.campaigns.list({ limit: 20, ...(search && { filter: { search } }) });
    return items.filter(({ id }) => !without.includes(id)).map(({ id, name }) => ({ value: id, label: name }));
  };
  let found: readonly Option[] = known ? [known] : [];
  return html`<x-combobox
    label=${options.label}
    name=${options.name}
    placeholder=${options.placeholder ?? ''}
    hint=${options.hint ?? ''}
    .options=${known ? [known] : []}
    .load=${async (typed: string) => (found = await load(typed))}
    .value=${options.value}
    error=${options.error ?? ''}
    ?disabled=${options.disabled ?? false}
    @change=${({ target }: Event) => {
      const { value } = target as Combobox;
      choose(value, found.find((one) => one.value === value)?.label ?? msg('Campaign'));
    }}
  ></x-combobox>`;
}
