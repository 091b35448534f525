import { msg } from '@lit/localize';
import type { TimelineEntry } from '@tabard/contract';

/** Who did it, by the name that is known now. */
export function doneBy({ kind, name }: NonNullable<TimelineEntry['actor']>): string {
  if (name) return name;
  if (kind === 'job') return msg('Done automatically');
  return kind === 'api_key' ? msg('By a program') : msg('By somebody who left');
}
