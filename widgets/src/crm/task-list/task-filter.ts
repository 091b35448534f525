import { msg, str } from '@lit/localize';
import { taskStatuses, taskTypes, type TaskStatus, type TaskType } from '@tabard/contract/crm/task-words';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Select } from '../../kit/select.ts';
import { taskStatusWord, typeWord } from '../task/task-labels.ts';
import { dueChoices, dueChoiceWord, type DueChoice, type TaskView } from './task-words.ts';

/** Which tasks are shown. */
export interface TaskNarrowing {
  /** Id of a member, or of a team for those of its people; empty for everybody's. */
  assignee: string;
  type: TaskType | '';
  status: TaskStatus | '';
  due: DueChoice;
}

/** Everything that is open. */
export const noNarrowing: TaskNarrowing = { assignee: '', type: '', status: 'open', due: '' };

/** The question whose tasks: a member's are a plain filter, those of a team one in the language of filters. */
export function whoseOf({ assignee, type }: TaskNarrowing) {
  const ofTeam = assignee.startsWith('tea_');
  return {
    filter: { ...(assignee && !ofTeam && { assigneeId: assignee }), ...(type && { type: [type] }) },
    ...(ofTeam && { where: { field: 'assigneeTeams', op: 'has_any' as const, value: [assignee] } }),
  };
}

interface FilterOptions {
  view: TaskView;
  narrowing: TaskNarrowing;
  people: readonly { id: string; name: string; isYou: boolean }[];
  teams: readonly { id: string; name: string }[];
  choose: (narrowing: TaskNarrowing) => void;
}

/** Whose, of which type, where they stand and when they are due; the last two in the list alone. */
export function taskFilter({ view, narrowing, people, teams, choose }: FilterOptions): TemplateResult {
  const pick = (field: keyof TaskNarrowing, label: string, options: readonly { value: string; label: string }[]) =>
    html`<x-select
      size="small"
      hide-label
      label=${label}
      .options=${options}
      .value=${narrowing[field]}
      @change=${(event: Event) => choose({ ...narrowing, [field]: (event.target as Select).value })}
    ></x-select>`;
  const you = people.filter(({ isYou }) => isYou);
  const others = people.filter(({ isYou }) => !isYou);
  return html`<div class="row filter" role="group" aria-label=${msg('Filter')}>
    ${pick('assignee', msg('Assignee'), [
      { value: '', label: msg('Everybody') },
      ...you.map(({ id }) => ({ value: id, label: msg('Mine') })),
      ...others.map(({ id, name }) => ({ value: id, label: name })),
      ...teams.map(({ id, name }) => ({ value: id, label: msg(str`Team ${name}`) })),
    ])}
    ${pick('type', msg('Type'), [
      { value: '', label: msg('All types') },
      ...taskTypes.map((value) => ({ value, label: typeWord(value) })),
    ])}
    ${
      view === 'list'
        ? html`${pick('status', msg('Status'), [
            ...taskStatuses.map((value) => ({ value, label: taskStatusWord(value) })),
            { value: '', label: msg('All') },
          ])}
          ${pick(
            'due',
            msg('Due'),
            dueChoices.map((value) => ({ value, label: dueChoiceWord(value) })),
          )}`
        : ''
    }
  </div>`;
}
