import { msg } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { dueText, isOverdue, priorityWord, taskStatusWord, typeWord } from '../task/task-labels.ts';

interface Look {
  format: Format;
  today: string;
  writes: boolean;
  check: (task: Task) => void;
}

const check = (task: Task, look: Look): TemplateResult =>
  html`<x-task-check .task=${task} ?writes=${look.writes} @check-task=${() => look.check(task)}></x-task-check>`;

/** What it is about, and where it stands unless it is open. */
const caption = ({ subjectName, status }: Task): string =>
  [subjectName, status === 'open' ? '' : taskStatusWord(status)].filter(Boolean).join(' · ');

const due = (task: Task, { format, today }: Look): TemplateResult | '' =>
  task.due
    ? isOverdue(task)
      ? badgeMark(dueText(task.due, today, format), 'danger')
      : html`<span class="num">${dueText(task.due, today, format)}</span>`
    : html`<span class="muted">–</span>`;

/** The columns of the list. */
export const taskColumns = (look: Look): Column<Task>[] => [
  {
    id: 'title',
    label: msg('Task'),
    width: 'minmax(240px, 3fr)',
    sortable: true,
    cell: (task) =>
      html`<span class="row"
        >${check(task, look)}<span class="two"
          ><span class="strong">${task.title}</span
          >${caption(task) ? html`<span class="caption">${caption(task)}</span>` : ''}</span
        ></span
      >`,
  },
  { id: 'type', label: msg('Type'), width: 'minmax(90px, 130px)', gives: 3, cell: (task) => typeWord(task.type) },
  { id: 'due', label: msg('Due'), width: 'minmax(110px, 160px)', sortable: true, cell: (task) => due(task, look) },
  {
    id: 'priority',
    label: msg('Priority'),
    width: '100px',
    gives: 2,
    cell: (task) =>
      task.priority === 'normal'
        ? html`<span class="muted">${priorityWord(task.priority)}</span>`
        : badgeMark(priorityWord(task.priority), task.priority === 'high' ? 'danger' : 'neutral'),
  },
  {
    id: 'assignee',
    label: msg('Assignee'),
    width: 'minmax(120px, 1fr)',
    gives: 1,
    cell: (task) => task.assigneeName ?? html`<span class="muted">${msg('Nobody')}</span>`,
  },
];

/** A task where there is no room for columns. */
export const taskCard = (task: Task, look: Look): TemplateResult =>
  html`<span class="row"
    >${check(task, look)}<span class="two"
      ><span class="strong">${task.title}</span
      ><span class="caption">${task.due ? due(task, look) : ''} ${task.assigneeName ?? ''}</span></span
    ></span
  >`;
