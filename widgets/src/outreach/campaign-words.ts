import { msg } from '@lit/localize';
import type { CampaignState, Schedule } from '@tabard/contract';
import type { Tone } from '../kit/badge.ts';

export const stateTones: Record<CampaignState, Tone> = {
  draft: 'neutral',
  running: 'success',
  paused: 'warning',
  completed: 'info',
  archived: 'neutral',
};

export function stateWord(state: CampaignState): string {
  const words: Record<CampaignState, string> = {
    draft: msg('Draft'),
    running: msg('Running'),
    paused: msg('Paused'),
    completed: msg('Completed'),
    archived: msg('Archived'),
  };
  return words[state];
}

/** Short weekday names, Monday first. */
export function weekdays(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(new Date(Date.UTC(2024, 0, 1 + index))));
}

/** "Mon–Fri, 09:00–17:00, Europe/Paris". */
export function scheduleWords(schedule: Schedule, locale: string): string {
  const names = weekdays(locale);
  const days = schedule.days.toSorted((a, b) => a - b);
  const inRow = days.length > 2 && days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  const name = (day: number | undefined): string => names[(day ?? 1) - 1] ?? '';
  const words = inRow ? `${name(days[0])}–${name(days.at(-1))}` : days.map(name).join(', ');
  return `${words}, ${schedule.from}–${schedule.until}, ${schedule.timeZone.replaceAll('_', ' ')}`;
}
