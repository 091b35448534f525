import type { Uuid } from '@tabard/contract';
import { fail, hashToken, isToken, type App, type ServedDomain } from '#kernel';
import { requestPrefix } from './sign-in-request.rules.ts';

/** What became of a request. */
export type RequestAnswer =
  | { kind: 'waiting' }
  | { kind: 'opened'; number: number }
  | { kind: 'approved'; id: Uuid; userId: Uuid; sessionId: Uuid };

/** On which processes hear of requests that somebody looked at or answered. */
const channel = 'sign-in-requests';

/** How long a browser is kept waiting for news at most; it asks again then. */
const longestWaitMs = 25_000;
/** A message that is lost delays an answer by so much at most. */
const lookAgainMs = 5_000;

/** Tells every process that something became of a request. */
export const announce = (app: App, id: Uuid): Promise<void> => app.ports.bus.publish(channel, id);

interface RequestRow {
  id: Uuid;
  number: number;
  user_id: Uuid | null;
  session_id: Uuid | null;
  is_approved: boolean;
  is_refused: boolean;
}

/**
 * Waits until there is news of a browser's own request, or for half a minute; `opened`: the browser knows already that somebody opened it.
 * @throws `sign_in_request.ended`, `sign_in_request.refused`
 */
export async function awaitAnswer(
  app: App,
  {
    token,
    domain,
    opened,
    signal,
  }: { token: string; domain: ServedDomain | null; opened: boolean; signal: AbortSignal },
): Promise<RequestAnswer> {
  const until = Date.now() + longestWaitMs;
  let hear = (): void => {};
  const unsubscribe = app.ports.bus.subscribe(channel, () => hear());
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => (hear = resolve));
      const answer = await readAnswer(app, token, domain);
      if (answer.kind === 'approved' || (answer.kind === 'opened') !== opened) return answer;
      const left = until - Date.now();
      if (left <= 0 || signal.aborted) return answer;
      await soonest(news, Math.min(left, lookAgainMs), signal);
    }
  } finally {
    await unsubscribe();
  }
}

/** Until there is news, the time is over, or nobody waits any more. */
function soonest(news: Promise<void>, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(), { once: true });
    void news.then(resolve).finally(() => clearTimeout(timer));
  });
}

async function readAnswer(app: App, token: string, domain: ServedDomain | null): Promise<RequestAnswer> {
  const [row] = isToken(requestPrefix, token)
    ? await app.database.readOrganization<RequestRow>(
        `select id, number, user_id, session_id, approved_at is not null as is_approved, refused_at is not null as is_refused
           from sign_in_request where token_hash = $1 and domain_id is not distinct from $2 and expires_at > now()`,
        [hashToken(token), domain?.id ?? null],
        'sign_in_request',
      )
    : [];
  if (!row) return fail('sign_in_request.ended');
  if (row.is_refused) fail('sign_in_request.refused');
  const { id, user_id: userId, session_id: sessionId } = row;
  if (!userId || !sessionId) return { kind: 'waiting' };
  return row.is_approved ? { kind: 'approved', id, userId, sessionId } : { kind: 'opened', number: row.number };
}

/** Takes an approved request, once; false when it was taken already. */
export async function takeRequest({ database }: App, id: Uuid): Promise<boolean> {
  const taken = await database.readOrganization(
    'delete from sign_in_request where id = $1 and approved_at is not null and expires_at > now() returning id',
    [id],
  );
  return taken.length > 0;
}
