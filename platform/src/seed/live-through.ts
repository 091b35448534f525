import { newId } from '#kernel';
import type { recordMailEvents } from '#features/outreach/tracking';
import type { Chance } from './random.ts';
import { answers, type CampaignStory } from './story.ts';

const minute = 60_000;
const day = 86_400_000;

/** One lead of a campaign, as the history needs it. */
export interface Reached {
  enrollmentId: string;
  leadId: string;
  mailboxId: string;
  email: string;
  firstName: string;
  lastName: string;
  company: string;
  city: string;
}

/** One mail of the past. */
export interface Mail {
  deliveryId: string;
  reached: Reached;
  stepId: string;
  stepIndex: number;
  messageId: string;
  at: Date;
}

type Event = Parameters<typeof recordMailEvents>[2][number];

/** What came of one lead in the past. */
export interface Outcome {
  mails: Mail[];
  events: Event[];
  state: 'active' | 'completed' | 'replied' | 'bounced' | 'unsubscribed';
  answer: { to: Mail; intent: string; text: string; at: Date } | null;
}

/** Business hours of the day that `at` falls on, or of the Monday after. */
function workingTime(at: number, chance: Chance): number {
  const date = new Date(at);
  const weekend = date.getUTCDay() === 6 ? 2 : date.getUTCDay() === 0 ? 1 : 0;
  return Math.floor(date.setUTCHours(8, 0, 0, 0) + weekend * day + chance.next() * 8 * 60 * minute);
}

/** What everything that happens in one campaign's past depends on. */
export interface Past {
  chance: Chance;
  story: CampaignStory;
  campaignId: string;
  stepIds: string[];
  now: number;
}

/** Tells one lead's past from the moment their first mail is due: what they got and what they did with it. */
export function liveThrough(past: Past, reached: Reached, start: number): Outcome {
  const { chance, story, now } = past;
  const outcome: Outcome = { mails: [], events: [], state: 'active', answer: null };
  let due = start;
  for (const [stepIndex, step] of story.steps.entries()) {
    due += step.delay.amount * { minutes: minute, hours: 60 * minute, days: day }[step.delay.unit];
    const at = stepIndex > 0 && story.state === 'live' ? now : workingTime(due, chance);
    if (at >= now - 20 * minute) return outcome;
    due = at;
    const mail = mailOf(past, reached, stepIndex, at);
    outcome.mails.push(mail);
    react(past, outcome, mail);
    if (outcome.state !== 'active') return outcome;
  }
  outcome.state = 'completed';
  return outcome;
}

function mailOf({ story, stepIds }: Past, reached: Reached, stepIndex: number, at: number): Mail {
  const deliveryId = newId();
  const messageId = `${deliveryId}@${story.tag.replaceAll(' ', '-')}.example`;
  return { deliveryId, reached, stepId: stepIds[stepIndex]!, stepIndex, messageId, at: new Date(at) };
}

/** What one person did with one mail. */
function react({ chance, story, campaignId, now }: Past, outcome: Outcome, mail: Mail): void {
  const sentAt = mail.at.getTime();
  const happens = (type: Event['type'], after: number): boolean => {
    const at = sentAt + after;
    if (at >= now) return false;
    const { deliveryId, stepId, reached } = mail;
    outcome.events.push({ type, deliveryId, campaignId, stepId, leadId: reached.leadId, at: new Date(at) });
    return true;
  };
  happens('sent', 0);
  if (mail.stepIndex === 0 && chance.chance(0.02)) {
    happens('bounced', minute);
    outcome.state = 'bounced';
    return;
  }
  if (chance.chance(0.18)) happens('machine_opened', 2000);
  const opens = chance.chance(story.open / (1 + mail.stepIndex * 0.4));
  const wait = Math.floor((0.05 + chance.next() ** 3) * day);
  if (opens) happens('opened', wait);
  if (opens && chance.chance(story.click / story.open)) happens('clicked', wait + minute);
  if (chance.chance(0.006)) {
    if (happens('unsubscribed', wait + 2 * minute)) outcome.state = 'unsubscribed';
    return;
  }
  if (!chance.chance(story.reply / (1 + mail.stepIndex))) return;
  if (!happens('replied', wait + 30 * minute)) return;
  const [intent, text] = chance.pick(answers);
  outcome.answer = { to: mail, intent, text, at: new Date(sentAt + wait + 30 * minute) };
  outcome.state = 'replied';
}
