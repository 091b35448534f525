import { z } from 'zod';
import type { Client, Walk } from './client.ts';
import { made, resultOf } from './result-of.ts';
import { TraceError } from './trace-error.ts';

const people = z.object({ items: z.array(z.object({ id: z.string(), isYou: z.boolean() })) });
const feed = z.object({ url: z.string() });

/** A member's own calendar, as calendar programs read it; and an address that leads nowhere any more. */
export async function lookAtCalendars(walk: Walk): Promise<void> {
  for (const client of walk.clients) await lookAtCalendar(walk, client);
}

async function lookAtCalendar({ ask }: Walk, { viewer, tokens, publicId, agency }: Client): Promise<void> {
  const as = { token: tokens.administrator, headers: { 'Workspace-Id': publicId } };
  const call = (path: string, json: object) => ask(viewer, `/rpc/${path}`, { ...as, json });
  const assigneeId = resultOf(await call('tasks.people', {}), people).items.find(({ isYou }) => isYou)?.id ?? null;
  for (const due of ['2026-12-01', '2026-12-01T09:30'])
    resultOf(
      await call('tasks.create', {
        title: `A task of ${agency.word}`,
        text: 'One\nTwo',
        due,
        assigneeId,
        recurrence: 'FREQ=WEEKLY',
      }),
      made,
    );
  const { url } = resultOf(await call('calendarFeeds.create', {}), feed);
  const { pathname } = new URL(url);
  for (const method of ['GET', 'HEAD', 'POST']) {
    const answer = await ask(viewer, pathname, { method });
    if (method === 'GET' && !answer.text.includes(`SUMMARY:A task of ${agency.word}`))
      throw new TraceError('The calendar has no task: the check must be mended.');
  }
  await call('calendarFeeds.revoke', {});
  await ask(viewer, pathname);
}
