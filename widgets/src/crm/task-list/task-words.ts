import { msg } from '@lit/localize';
import type { Task } from '@tabard/contract/crm/task';
import { dueDay } from '@tabard/contract/crm/task-words';
import { addDays } from '../../kit/calendar-days.ts';
import { isOverdue } from '../task/task-labels.ts';

export type TaskView = 'today' | 'list' | 'calendar';

/** The views, in the order of their tabs. */
export const taskViews = (): { id: TaskView; label: string }[] => [
  { id: 'today', label: msg('Today') },
  { id: 'list', label: msg('List') },
  { id: 'calendar', label: msg('Calendar') },
];

/** How many days ahead belong to what is next. */
export const daysAhead = 7;

/** What is overdue, of today, and next: in this order, without what is empty. */
export function agendaOf(tasks: readonly Task[], today: string): { label: string; tasks: Task[] }[] {
  const of = (task: Task): string => {
    if (isOverdue(task) && dueDay(task.due ?? today) < today) return 'overdue';
    return dueDay(task.due ?? today) <= today ? 'today' : 'next';
  };
  const parts = Map.groupBy(tasks, of);
  return [
    { label: msg('Overdue'), tasks: parts.get('overdue') ?? [] },
    { label: msg('Today'), tasks: parts.get('today') ?? [] },
    { label: msg('Next seven days'), tasks: parts.get('next') ?? [] },
  ].filter((part) => part.tasks.length > 0);
}

/** What of due times a list takes. */
export const dueChoices = ['', 'overdue', 'today', 'week', 'month'] as const;
export type DueChoice = (typeof dueChoices)[number];

export function dueChoiceWord(choice: DueChoice): string {
  const words: Record<DueChoice, string> = {
    '': msg('Due at any time'),
    overdue: msg('Due before today'),
    today: msg('Due today'),
    week: msg('Due within seven days'),
    month: msg('Due within thirty days'),
  };
  return words[choice];
}

/** The days that a choice means. */
export function daysOf(choice: DueChoice, today: string): { dueFrom?: string; dueTo?: string } {
  switch (choice) {
    case '':
      return {};
    case 'overdue':
      return { dueTo: addDays(today, -1) };
    case 'today':
      return { dueFrom: today, dueTo: today };
    case 'week':
      return { dueFrom: today, dueTo: addDays(today, 7) };
    case 'month':
      return { dueFrom: today, dueTo: addDays(today, 30) };
  }
}
