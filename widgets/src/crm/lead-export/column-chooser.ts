import { msg, str } from '@lit/localize';
import type { LeadExportColumns } from '@tabard/contract/crm/lead-export';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../../base/html.ts';
import type { IconName } from '../../kit/icon.ts';
import type { Select } from '../../kit/select.ts';
import { columnWords } from './export-words.ts';

type Names = readonly string[];
interface ColumnChooser {
  /** All that there are. */
  columns: LeadExportColumns['columns'];
  /** Names of those that are chosen, in their order. */
  chosen: Names;
  choose: (chosen: Names) => void;
}

/** The columns of a file in their order: added, taken out and moved one by one, also by keys. */
export function columnChooser({ columns, chosen, choose }: ColumnChooser): TemplateResult {
  const words = new Map(columns.map((column) => [column.name, columnWords(column)]));
  const left = columns.filter(({ name }) => !chosen.includes(name));
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
        (name, at) => chosenColumn({ words: words.get(name) ?? name, at, chosen, choose }),
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

interface ChosenColumn extends Pick<ColumnChooser, 'chosen' | 'choose'> {
  words: string;
  at: number;
}

/** One chosen column with what can be done to it. */
function chosenColumn({ words, at, chosen, choose }: ChosenColumn): TemplateResult {
  const move = (to: number): void => choose(chosen.toSpliced(at, 1).toSpliced(to, 0, chosen[at] ?? ''));
  const act = (icon: IconName, label: string, can: boolean, run: () => void): TemplateResult =>
    html`<x-button
      size="small"
      variant="quiet"
      icon=${icon}
      label=${label}
      ?disabled=${!can}
      @click=${run}
    ></x-button>`;
  return html`<li>
    <span class="cut">${words}</span>
    ${act('up', msg(str`Move ${words} up`), at > 0, () => move(at - 1))}
    ${act('down', msg(str`Move ${words} down`), at < chosen.length - 1, () => move(at + 1))}
    ${act('close', msg(str`Leave ${words} out`), true, () => choose(chosen.toSpliced(at, 1)))}
  </li>`;
}
