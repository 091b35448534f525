import { toPublicId } from '@tabard/contract';
import type { calendarFeedMadeOutput, calendarFeedOutput } from '@tabard/contract/crm/calendar-feed';
import type { z } from 'zod';
import { addressOf } from '#features/identity/address';
import { issueToken, newId, type ReadScope, type WriteScope } from '#kernel';
import { ownMember } from './own-member.ts';

/** What secrets of feeds begin with. */
export const feedPrefix = 'cal_';

interface Row {
  created_at: Date;
  read_at: Date | null;
}

/** Whether the caller has a feed, and since when. */
export async function readFeed(scope: ReadScope): Promise<z.input<typeof calendarFeedOutput>> {
  const memberId = await ownMember(scope);
  const [row] = await scope.read<Row>(
    'select created_at, read_at from calendar_feed where workspace_id = $1 and member_id = $2',
    [scope.workspaceId, memberId],
  );
  return { createdAt: row?.created_at.toISOString() ?? null, readAt: row?.read_at?.toISOString() ?? null };
}

/** Makes the caller's feed, or gives it another address; the one before leads nowhere from then on. */
export async function makeFeed(scope: WriteScope): Promise<z.input<typeof calendarFeedMadeOutput>> {
  const { app, sql, workspaceId } = scope;
  const memberId = await ownMember(scope);
  const { secret, hash } = issueToken(feedPrefix);
  const [row] = await sql<Row>(
    `insert into calendar_feed (workspace_id, id, member_id, secret_hash) values ($1, $2, $3, $4)
         on conflict (workspace_id, member_id) do update
        set id = excluded.id, secret_hash = excluded.secret_hash, created_at = now(), read_at = null
      returning created_at, read_at`,
    [workspaceId, newId(), memberId, hash],
  );
  const base = await addressOf(app, workspaceId, 'app');
  return {
    url: `${base}/calendar/${toPublicId('workspace', workspaceId)}/${secret}.ics`,
    createdAt: row!.created_at.toISOString(), // written in this statement
  };
}

/** Ends the caller's feed: its address leads nowhere from then on. */
export async function revokeFeed(scope: WriteScope): Promise<z.input<typeof calendarFeedOutput>> {
  const memberId = await ownMember(scope);
  await scope.sql('delete from calendar_feed where workspace_id = $1 and member_id = $2', [
    scope.workspaceId,
    memberId,
  ]);
  return { createdAt: null, readAt: null };
}
