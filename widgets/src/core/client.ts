import type { WorkspaceEvent } from '@tabard/contract';
import type { EmbedClient } from '@tabard/sdk/embed';

/** A procedure as elements call it: a list gives one page. */
type Plain<M> = M extends (...given: infer Given) => infer Answer
  ? (...given: Given) => Promise<Awaited<Answer>>
  : never;
/** Procedures of the platform, read off its router: a noun or a verb that is new is there without a word here. */
type Procedures = { [Noun in keyof Plainable]: { [Verb in keyof Plainable[Noun]]: Plain<Plainable[Noun][Verb]> } };
type Plainable = Omit<EmbedClient, 'events' | 'fetch' | 'uploads'>;

/**
 * What elements ask: the typed SDK client as far as they depend on it, so that a host or a test can give them any other source of
 * data of the same shape.
 */
export interface OutreachClient extends Procedures, Pick<EmbedClient, 'fetch' | 'uploads'> {
  events: {
    stream(
      input: { lastEventId?: string },
      options: { signal: AbortSignal; onOpen?: () => void },
    ): AsyncIterable<WorkspaceEvent>;
  };
}

type Input<Noun extends keyof Procedures, Verb extends keyof Procedures[Noun]> = Procedures[Noun][Verb] extends (
  input: infer I,
  ...rest: never[]
) => unknown
  ? NonNullable<I>
  : never;
type Answer<Noun extends keyof Procedures, Verb extends keyof Procedures[Noun]> = Procedures[Noun][Verb] extends (
  ...given: never[]
) => Promise<infer O>
  ? O
  : never;

export type CampaignValues = Omit<Input<'campaigns', 'update'>, 'id'>;
export type StepInput = NonNullable<CampaignValues['steps']>[number];
export type MailServer = NonNullable<Input<'mailboxes', 'update'>['smtp']>;
export type CheckVerdict = Answer<'mailboxes', 'check'>['smtp'];
export type StepCounts = Answer<'analytics', 'steps'>['steps'][number];
export type WhyNotNow = Answer<'campaigns', 'whyNotNow'>['reasons'][number];
export type CampaignFigures = Answer<'analytics', 'campaigns'>['campaigns'][number];
