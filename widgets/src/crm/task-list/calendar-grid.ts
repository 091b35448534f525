import { msg, str } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { dueTime } from '@tabard/contract/crm/task-words';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { Format } from '../../core/format.ts';
import { isOverdue, timeText } from '../task/task-labels.ts';
import type { CalendarMode } from './calendar-range.ts';

/** So many tasks stand in a day of a month. */
const inMonth = 3;

interface GridOptions {
  mode: CalendarMode;
  days: readonly string[];
  byDay: ReadonlyMap<string, readonly Task[]>;
  /** What is shown. */
  words: string;
  day: string;
  today: string;
  locale: string;
  format: Format;
  held: { id: string; over: string | null } | null;
  writes: boolean;
  onKey: (event: KeyboardEvent, day: string) => void;
  press: (event: PointerEvent, task: Task) => unknown;
  open: (task: Task) => unknown;
  choose: (day: string) => void;
  add: (day: string) => unknown;
  showDay: (day: string) => unknown;
}

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Days as a grid, a week to a row. */
export function calendarGrid(options: GridOptions): TemplateResult {
  const { mode, days, words, locale } = options;
  const columns = Math.min(7, days.length);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const weeks = Array.from({ length: days.length / columns }, (_, row) =>
    days.slice(row * columns, row * columns + columns),
  );
  return html`<div
    class="grid ${mode === 'week' ? 'week' : mode === 'day' ? 'single' : ''}"
    role="grid"
    aria-label=${words}
    data-columns=${columns}
  >
    <div role="row">
      ${days.slice(0, columns).map((day) => html`<div role="columnheader">${weekday.format(at(day))}</div>`)}
    </div>
    ${weeks.map((week) => html`<div role="row">${week.map((day) => dayCell(options, day))}</div>`)}
  </div>`;
}

function dayCell(options: GridOptions, day: string): TemplateResult {
  const { mode, byDay, today, locale, held } = options;
  const tasks = byDay.get(day) ?? [];
  const shown = mode === 'month' && tasks.length > inMonth + 1 ? tasks.slice(0, inMonth) : tasks;
  const further = tasks.length - shown.length;
  const name = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(at(day));
  const out = mode === 'month' && day.slice(0, 7) !== options.day.slice(0, 7);
  return html`<div
    class="day ${out ? 'out' : ''} ${day === today ? 'today' : ''} ${held?.over === day ? 'over' : ''}"
    role="gridcell"
    data-day=${day}
    tabindex=${day === options.day ? 0 : -1}
    aria-current=${day === today ? 'date' : 'false'}
    @focus=${() => options.choose(day)}
    @keydown=${(event: KeyboardEvent) => options.onKey(event, day)}
    @dblclick=${(event: Event) => event.target === event.currentTarget && options.add(day)}
  >
    <span class="visually-hidden">${name}</span>
    <span class="date" aria-hidden="true">${options.format.number(Number(day.slice(8)))}</span>
    ${shown.map((task) => taskChip(options, task))}
    ${
      further > 0
        ? html`<button class="further" type="button" tabindex="-1" @click=${() => options.showDay(day)}>
            ${msg(str`${options.format.number(further)} more`)}
          </button>`
        : ''
    }
  </div>`;
}

function taskChip({ locale, held, press, open }: GridOptions, task: Task): TemplateResult {
  const time = task.due && dueTime(task.due);
  const look = task.status === 'open' ? (isOverdue(task) ? 'late' : '') : 'done';
  return html`<button
    class="task ${look} ${held?.id === task.id ? 'held' : ''}"
    type="button"
    tabindex="-1"
    data-task=${task.id}
    title=${task.title}
    @pointerdown=${(event: PointerEvent) => press(event, task)}
    @click=${() => open(task)}
  >
    ${time ? html`<span class="time">${timeText(time, locale)}</span>` : ''}<span class="name">${task.title}</span>
  </button>`;
}
