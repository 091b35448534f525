import { msg } from '@lit/localize';
import type { ConversationSummary } from '@tabard/contract';
import type { Tone } from '../kit/badge.ts';

/** What a thread's last word means, as a badge; null when there is nothing worth saying. */
export function meaningOf({
  intent,
  lastClass,
  question,
}: Pick<ConversationSummary, 'intent' | 'lastClass' | 'question'>): { word: string; tone: Tone } | null {
  if (question === 'wants_out') return { word: msg('Wants out?'), tone: 'warning' };
  if (question === 'unreadable') return { word: msg('Could not be read'), tone: 'danger' };
  const classes: Partial<Record<ConversationSummary['lastClass'], { word: string; tone: Tone }>> = {
    out_of_office: { word: msg('Out of office'), tone: 'warning' },
    auto_reply: { word: msg('Automatic reply'), tone: 'neutral' },
    bounce: { word: msg('Bounced'), tone: 'danger' },
    delayed: { word: msg('Delayed'), tone: 'warning' },
    complaint: { word: msg('Complaint'), tone: 'danger' },
    unsubscribe: { word: msg('Unsubscribed'), tone: 'warning' },
    unreadable: { word: msg('Could not be read'), tone: 'danger' },
  };
  const intents: Partial<Record<NonNullable<ConversationSummary['intent']>, { word: string; tone: Tone }>> = {
    interested: { word: msg('Interested'), tone: 'success' },
    meeting: { word: msg('Meeting'), tone: 'success' },
    question: { word: msg('Question'), tone: 'accent' },
    referral: { word: msg('Referral'), tone: 'info' },
    not_now: { word: msg('Not now'), tone: 'neutral' },
    not_interested: { word: msg('Not interested'), tone: 'neutral' },
    unsubscribe: { word: msg('Wants no mail'), tone: 'warning' },
    wrong_person: { word: msg('Wrong person'), tone: 'neutral' },
  };
  return classes[lastClass] ?? (intent ? (intents[intent] ?? null) : null);
}

export const withWhom = (thread: Pick<ConversationSummary, 'lead' | 'counterpart'>): string =>
  thread.lead?.name || thread.counterpart.name || thread.counterpart.address || msg('Unknown sender');
