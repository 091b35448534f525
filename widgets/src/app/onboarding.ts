import type { Mailbox, Page, Permission } from '@tabard/contract';
import type { CacheKey } from '../core/cache.ts';
import type { OutreachClient } from '../core/client.ts';
import type { Failure } from '../base/failure.ts';
import { Query, type QueryHost } from '../core/query.ts';
import type { Session } from '../core/session.ts';
import { onboardingOf, stepNames, type StepName } from './onboarding-memory.ts';

interface Question {
  needs: Permission;
  key: CacheKey;
  ask: (session: Session) => PromiseLike<Page<unknown>>;
  /** Whether what was found counts; anything does when this is left out. */
  counts?: (item: unknown) => boolean;
  /** Asked again although it was done: it can come undone. */
  again?: boolean;
}

/** The newest campaigns that say something: one that was begun and left empty is no message yet. */
async function writtenCampaigns(client: OutreachClient): Promise<Page<unknown>> {
  const page = await client.campaigns.list({ limit: 5 });
  const begun = page.items.filter(({ stepCount }) => stepCount > 0);
  if (begun.some(({ state }) => state !== 'draft')) return page;
  const drafts = await Promise.all(begun.map(({ id }) => client.campaigns.get({ id })));
  return { ...page, items: drafts.filter(({ steps }) => steps.some(({ body }) => body.trim() !== '')) };
}

/** A step is done when one of its questions finds something. Keys begin as everywhere, so that news asks them again. */
const questions: Record<StepName, readonly Question[]> = {
  mailbox: [
    {
      needs: 'mailbox.read',
      // The home page's own question: asked once for both.
      key: ['mailboxes', 'list', 'all'],
      ask: ({ client }) => client.mailboxes.list({ limit: 100 }),
      counts: (item) => isConnected(item as Mailbox), // the question asks for mailboxes
      again: true,
    },
  ],
  leads: [{ needs: 'lead.read', key: ['leads', 'list', 'any'], ask: ({ client }) => client.leads.list({ limit: 1 }) }],
  message: [
    {
      needs: 'campaign.read',
      key: ['campaigns', 'list', 'written'],
      ask: ({ client }) => writtenCampaigns(client),
    },
    {
      needs: 'template.read',
      key: ['templates', 'list', 'any'],
      ask: ({ client }) => client.templates.list({ limit: 1 }),
    },
  ],
  launch: [
    {
      needs: 'campaign.read',
      key: ['campaigns', 'list', 'launched'],
      ask: ({ client }) => client.campaigns.list({ filter: { state: ['running', 'paused', 'completed'] }, limit: 1 }),
    },
  ],
  reply: [
    {
      needs: 'inbox.read',
      key: ['conversations', 'list', 'human'],
      ask: ({ client }) => client.conversations.list({ humanOnly: true, limit: 1 }),
    },
  ],
};

const anything = (): boolean => true;

/** A mailbox that its servers do not let in, or that cannot be reached, is not connected. */
const isConnected = ({ state }: Mailbox): boolean => state === 'active' || state === 'paused';

/** The first steps of a workspace, computed from what is there. What was done once is not asked again in this visit. */
export class Onboarding {
  readonly #host: QueryHost;
  readonly #queries: Record<StepName, Query<Page<unknown>>[]>;

  constructor(host: QueryHost) {
    this.#host = host;
    const entries = stepNames.map((name) => [name, questions[name].map((each) => this.#query(name, each))] as const);
    this.#queries = Object.fromEntries(entries) as Record<StepName, Query<Page<unknown>>[]>; // one entry for each name
  }

  #query(name: StepName, { needs, key, ask, counts = anything, again = false }: Question): Query<Page<unknown>> {
    return new Query(this.#host, {
      key: () => {
        const { session } = this.#host;
        return session?.can(needs) && !onboardingOf(session).done.has(name) ? key : null;
      },
      ask: async (session) => {
        const page = await ask(session);
        if (!again && page.items.some(counts)) onboardingOf(session).done.add(name);
        return page;
      },
    });
  }

  /** The steps whose state this session may know. */
  get steps(): StepName[] {
    const { session } = this.#host;
    return stepNames.filter((name) => questions[name].some(({ needs }) => session?.can(needs)));
  }

  isDone(name: StepName): boolean {
    const { session } = this.#host;
    const found = (query: Query<Page<unknown>>, at: number): boolean =>
      query.value?.items.some(questions[name][at]?.counts ?? anything) ?? false;
    return session !== null && (onboardingOf(session).done.has(name) || this.#queries[name].some(found));
  }

  /** Why a step's state is not known. */
  get failure(): Failure | null {
    return (
      this.steps.flatMap((name) => this.#queries[name]).find((query) => query.failure && query.value === null)
        ?.failure ?? null
    );
  }

  /** How far the workspace is; null until every step has answered. */
  get progress(): { done: number; total: number } | null {
    const { steps } = this;
    const known = (name: StepName): boolean =>
      this.isDone(name) || this.#queries[name].every(({ value, loading }) => value !== null || !loading);
    if (steps.length === 0 || this.failure || !steps.every(known)) return null;
    return { done: steps.filter((name) => this.isDone(name)).length, total: steps.length };
  }

  async reload(): Promise<void> {
    await Promise.all(Object.values(this.#queries).flatMap((each) => each.map((query) => query.reload())));
  }
}
