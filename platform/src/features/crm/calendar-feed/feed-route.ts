import { createHash } from 'node:crypto';
import { fromPublicId, type Uuid } from '@tabard/contract';
import { membersHere } from '#features/identity/member';
import { isUnder } from '#features/identity/address';
import { fail, hashToken, isOpen, isToken, type App, type PublicRoute, type RouteAnswer } from '#kernel';
import { feedPrefix } from './own-feed.ts';
import { writeCalendar } from './write-calendar.ts';

const ending = '.ics';

/**
 * `GET /calendar/:workspace/:secret.ics`: the calendar of whoever's secret it is, for calendar programs. A secret that is revoked, or of
 * somebody who is a member no more, is answered like one that never was.
 */
export const feedRoute: PublicRoute = {
  method: 'GET',
  path: '/calendar/:workspace/:file',
  auth: 'none',
  async handle(app, { params, headers, host }): Promise<RouteAnswer> {
    const { workspace = '', file = '' } = params;
    const secret = file.endsWith(ending) ? file.slice(0, -ending.length) : '';
    const workspaceId = fromPublicId('workspace', workspace);
    if (!workspaceId || !isToken(feedPrefix, secret)) fail('request.not_found');
    if (host.domain && !(await isUnder(app, host.domain, workspaceId))) fail('request.not_found');
    const memberId = (await memberOf(app, workspaceId, secret)) ?? fail('request.not_found');
    const body = await writeCalendar(app, { workspaceId, memberId, url: host.url });
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    const caching = { ETag: etag, 'Cache-Control': 'private, no-cache' };
    if (headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return { status: 304, headers: caching };
    return { body, headers: { ...caching, 'Content-Type': 'text/calendar; charset=utf-8' } };
  },
};

/** Whose secret it is, if they still work in the workspace and it is open; notes that a calendar asked. */
async function memberOf(app: App, workspaceId: Uuid, secret: string): Promise<Uuid | undefined> {
  const [row] = await app.database.read<{ member_id: Uuid; is_stale: boolean }>(
    workspaceId,
    `select f.member_id, f.read_at is null or f.read_at < now() - interval '10 minutes' as is_stale
       from calendar_feed f where f.workspace_id = $1 and f.secret_hash = $2 and ${isOpen('$1')}
        and f.member_id in (${membersHere('m.id')})`,
    [workspaceId, hashToken(secret)],
  );
  if (row?.is_stale)
    await app.database.write(workspaceId, (_em, sql) =>
      sql('update calendar_feed set read_at = now() where workspace_id = $1 and member_id = $2', [
        workspaceId,
        row.member_id,
      ]),
    );
  return row?.member_id;
}
