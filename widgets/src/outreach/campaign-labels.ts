import { msg } from '@lit/localize';
import type { CampaignState } from '@tabard/contract';
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
  return [...new Array(7).keys()].map((index) => format.format(new Date(Date.UTC(2024, 0, 1 + index))));
}
