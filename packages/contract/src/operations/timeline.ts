import { z } from 'zod';
import { idInput } from '../ids.ts';
import { pageInput, pageOf } from '../page.ts';
import type { Permission } from '../permissions.ts';

/** The nouns that have a timeline, with what one must be allowed to read it. */
export const timelineNouns = {
  lead: 'lead.read',
  company: 'company.read',
  deal: 'deal.read',
  campaign: 'campaign.read',
  mailbox: 'mailbox.read',
} as const satisfies Record<string, Permission>;

/** A noun that has a timeline. */
export type TimelineNoun = keyof typeof timelineNouns;

/** What the timeline is of: a noun and the public id of one of its kind. */
const timelineSubject = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('lead'), id: idInput('lead') }),
  z.strictObject({ noun: z.literal('company'), id: idInput('company') }),
  z.strictObject({ noun: z.literal('deal'), id: idInput('deal') }),
  z.strictObject({ noun: z.literal('campaign'), id: idInput('campaign') }),
  z.strictObject({ noun: z.literal('mailbox'), id: idInput('mailbox') }),
]);

export const timelineListInput = z.strictObject({
  /** What the timeline is of: `noun` is lead, company, deal, campaign or mailbox, `id` the id of one. */
  subject: timelineSubject,
  /** Only these kinds: names of events, and of mails `mail.sent`, `mail.opened`, `mail.clicked`, `mail.replied`, `mail.bounced`, `mail.unsubscribed`, `mail.complained`. */
  kinds: z.array(z.string().max(64)).max(50).optional(),
  ...pageInput,
});

/** Who did something. `name` is what is known now: a person, an API key, the host's own user of an embed session. */
export const actorOutput = z.object({
  /** A person, an API key, an embed session, or the platform's own job. */
  kind: z.enum(['user', 'api_key', 'embed_session', 'job']),
  /** Id of the person, key or session; the name of a job. */
  id: z.string(),
  /** What they are called now; `null` for jobs and for those that are gone. */
  name: z.string().nullable(),
});

/** Who did something. */
export type ActorShown = z.infer<typeof actorOutput>;

/** One thing that happened. */
export const timelineEntry = z.object({
  /** Id of the entry; starts with "evt_". */
  id: z.string(),
  /** What happened: the name of an event, or `mail.sent`, `mail.opened` and the like. */
  kind: z.string(),
  /** Moment it happened, ISO 8601 in UTC. */
  at: z.string(),
  /** Who did it; `null` for what nobody did by hand, and for what is older than its keeping. */
  actor: actorOutput.nullable(),
  /** The few facts of its kind, as events carry them; of a file that is still there also `detail`, what it is called now. */
  data: z.record(z.string(), z.unknown()),
});

/** One thing that happened. */
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const timelineListOutput = pageOf(timelineEntry);
