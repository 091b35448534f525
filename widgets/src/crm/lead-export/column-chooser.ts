import { msg, str } from '@lit/localize';
import type { LeadExportColumns } from '@tabard/contract/crm/lead-export';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../../base/html.ts';
import type { Select } from '../../kit/select.ts';
import { columnWords } from './export-words.ts';

interface ColumnChooser {
  /** All that there are. */
  columns: LeadExportColumns['columns'];
  /** Names of those that are chosen, in their order. */
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
}

/** The columns of a file in their order: added, taken out and moved one by one, also by keys. */
export function columnChooser({ columns, chosen, choose }: ColumnChooser): TemplateResult {
  const known = new Map(columns.map((column) => [column.name, column]));
  const left = columns.filter(({ name }) => !chosen.includes(name));
  const move = (at: number, to: number): void => choose(chosen.toSpliced(at, 1).toSpliced(to, 0, chosen[at] ?? ''));
  return html`<div class="row">
      <h2>${msg('Columns')} <span class="caption num">${chosen.length}</span></h2>
      <x-button
        class="push"
        size="small"
        variant="quiet"
        ?disabled=${left.length === 0}
        @click=${() => choose([...chosen, ...left.map(({ name }) => name)])}
        >${msg('Add all')}</x-button
      >
    </div>
    <ol class="panel chosen" role="list" aria-label=${msg('Columns in their order')}>
      ${repeat(
        chosen,
        (name) => name,
        (name, at) => {
          const column = known.get(name);
          const words = column ? columnWords(column) : name;
          return html`<li>
            <span class="cut">${words}</span>
            <x-button
              size="small"
              variant="quiet"
              icon="up"
              label=${msg(str`Move ${words} up`)}
              ?disabled=${at === 0}
              @click=${() => move(at, at - 1)}
            ></x-button>
            <x-button
              size="small"
              variant="quiet"
              icon="down"
              label=${msg(str`Move ${words} down`)}
              ?disabled=${at === chosen.length - 1}
              @click=${() => move(at, at + 1)}
            ></x-button>
            <x-button
              size="small"
              variant="quiet"
              icon="close"
              label=${msg(str`Leave ${words} out`)}
              @click=${() => choose(chosen.toSpliced(at, 1))}
            ></x-button>
          </li>`;
        },
      )}
    </ol>
    ${
      left.length > 0
        ? html`<x-select
            hide-label
            label=${msg('Add a column')}
            placeholder=${msg('Add a column…')}
            .options=${left.map((column) => ({ value: column.name, label: columnWords(column) }))}
            .value=${''}
            @change=${(event: Event) => {
              const select = event.target as Select;
              choose([...chosen, select.value]);
              select.value = '';
            }}
          ></x-select>`
        : ''
    }`;
}
