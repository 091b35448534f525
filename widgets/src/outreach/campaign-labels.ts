import { msg } from '@lit/localize';
import type { CampaignState } from '@tabard/contract';
import type { Tone } from '../kit/badge-mark.ts';

/** What people see of where a campaign stands. */
export type ShownState = CampaignState | 'archived';

/** An archived campaign is shown as that, whatever it was before. */
export const shownState = ({ state, archivedAt }: { state: CampaignState; archivedAt: string | null }): ShownState =>
  archivedAt ? 'archived' : state;

export const stateTones: Record<ShownState, Tone> = {
  draft: 'neutral',
  running: 'success',
  paused: 'warning',
  completed: 'info',
  archived: 'neutral',
};

export function stateWord(state: ShownState): string {
  const words: Record<ShownState, string> = {
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
