import type { Campaign, Schedule } from '@tabard/contract';
import { detailText } from '../../base/failure-text.ts';
import type { Failure } from '../../base/failure.ts';
import type { CampaignValues, StepInput } from '../../core/client.ts';

/** A campaign while it is being written: what the editor changes and the platform stores. */
export interface CampaignDraft {
  name: string;
  steps: StepInput[];
  schedule: Schedule;
  audience: NonNullable<CampaignValues['audience']>;
  mailboxIds: string[];
  stopOnReply: boolean;
  trackOpens: boolean;
  trackClicks: boolean;
}

export const newStep = (first: boolean): StepInput => ({
  delay: first ? { amount: 0, unit: 'minutes' } : { amount: 3, unit: 'days' },
  subject: '',
  body: '',
});

export function emptyDraft(name: string, timeZone: string): CampaignDraft {
  return {
    name,
    steps: [newStep(true)],
    schedule: { timeZone, days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' },
    audience: {},
    mailboxIds: [],
    stopOnReply: true,
    trackOpens: true,
    trackClicks: true,
  };
}

export function draftOf(campaign: Campaign): CampaignDraft {
  const { name, schedule, mailboxIds, stopOnReply, trackOpens, trackClicks } = campaign;
  return {
    name,
    steps: campaign.steps.map(({ id, delay, subject, body }) => ({ id, delay, subject, body })),
    schedule,
    audience: {
      ...(campaign.audience.filter && { filter: campaign.audience.filter }),
      ...(campaign.audience.where && { where: campaign.audience.where }),
      ...(campaign.audience.leadIds.length > 0 && { leadIds: campaign.audience.leadIds }),
    },
    mailboxIds,
    stopOnReply,
    trackOpens,
    trackClicks,
  };
}

/** The steps after one of them was removed, copied or moved `up` or `down`. */
export function arrange(given: readonly StepInput[], at: number, act: string): StepInput[] {
  const steps = [...given];
  const step = steps[at];
  if (!step) return steps;
  if (act === 'copy') steps.splice(at + 1, 0, { ...step, id: undefined });
  else steps.splice(at, 1);
  if (act === 'up' || act === 'down') steps.splice(act === 'up' ? at - 1 : at + 1, 0, step);
  return steps;
}

/** What is wrong with steps, by their place: in which of their texts, and what to do. */
export type StepErrors = Readonly<Record<number, { in: 'subject' | 'body'; text: string }>>;

/** What the platform says of steps: a mistake in one comes back as `steps.<place>.…`. */
export function stepErrorsOf({ details, code }: Pick<Failure, 'details' | 'code'>): StepErrors {
  return Object.fromEntries(
    details.flatMap((detail) => {
      const [, at, part] = /^steps\.(\d+)\.?(\w*)/.exec(detail.path) ?? [];
      const place = part === 'subject' ? ('subject' as const) : ('body' as const);
      return at === undefined ? [] : [[Number(at), { in: place, text: detailText(detail, code) }] as const];
    }),
  );
}

/** What is wrong with other fields, by the one it is marked at. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The field that something wrong is marked at; undefined where only the page can say it. */
export const markedAt = (path: string): string | undefined =>
  /^(?:name|mailboxIds|audience|schedule\.\w+)/.exec(path)?.[0];

export const fieldErrorsOf = ({ details, code }: Failure): FieldErrors =>
  Object.fromEntries(details.map((detail) => [markedAt(detail.path), detailText(detail, code)]));

/** What goes to the platform; the audience of a launched campaign is fixed and stays out. */
export const valuesOf = (
  { audience, ...draft }: CampaignDraft,
  launched: boolean,
): Omit<CampaignDraft, 'audience'> & CampaignValues => ({
  ...draft,
  ...(!launched && { audience }),
  steps: draft.steps.map((step) => ({ ...step, subject: step.subject.trim(), body: toHtml(step.body) })),
});

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A body as HTML: plain words, which other clients may have stored, become paragraphs. */
export function toHtml(text: string): string {
  if (/<(p|div|br|a|table|ul|ol|h[1-6])\b/i.test(text)) return text;
  return text
    .trim()
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}
