import { msg } from '@lit/localize';
import type { Enrollment } from '@tabard/contract';
import type { Tone } from '../kit/badge-mark.ts';

export type EnrollmentState = Enrollment['state'];

/** In the order in which people look for them: under way first, then how it ended. */
export const enrollmentTones: Record<EnrollmentState, Tone> = {
  active: 'info',
  paused: 'warning',
  replied: 'success',
  completed: 'neutral',
  bounced: 'danger',
  unsubscribed: 'warning',
  suppressed: 'neutral',
  stopped: 'neutral',
  failed: 'danger',
};

export function enrollmentWord(state: EnrollmentState): string {
  const words: Record<EnrollmentState, string> = {
    active: msg('Under way'),
    paused: msg('Paused'),
    replied: msg('Replied'),
    completed: msg('Through'),
    bounced: msg('Bounced'),
    unsubscribed: msg('Unsubscribed'),
    suppressed: msg('Not contacted'),
    stopped: msg('Taken out'),
    failed: msg('Not delivered'),
  };
  return words[state];
}

/** Whether further mails may leave to somebody in this state. */
export const underWay = (state: EnrollmentState): boolean => state === 'active' || state === 'paused';
