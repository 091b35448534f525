import { randomBytes } from 'node:crypto';
import { fromPublicId, nearestLanguage, toPublicId, type Uuid } from '@tabard/contract';
import { disposition, requireHarmless, sendBytes, sizeWords, versionKey, type Sendable } from '#features/crm/file';
import { isUnder } from '#features/identity/address';
import { brandedShell, brandHeader, pageHeaders, shell } from '#features/identity/hosted-page';
import { brandAt, findWorkspace } from '#features/identity/workspace';
import { escapeHtml } from '@tabard/email';
import {
  fail,
  hashToken,
  isOpen,
  isToken,
  jobPrincipal,
  openScope,
  originOf,
  recordOf,
  writeAuditEntry,
  type App,
  type PublicRoute,
  type RouteRequest,
} from '#kernel';
import { linkPrefix } from './manage-links.ts';
import { sharedWords } from './shared-words.ts';

interface Shared extends Sendable {
  workspaceId: Uuid;
  linkId: Uuid;
  fileId: Uuid;
  expiresAt: Date;
  leadId: Uuid | null;
  companyId: Uuid | null;
  dealId: Uuid | null;
}

/**
 * What a link leads to. One that never was, or whose workspace is shut, is told from one that ended only by whoever has its secret.
 * @throws `link.invalid`, `file_link.ended`
 */
async function findShared(app: App, { params, host }: RouteRequest): Promise<Shared> {
  const workspaceId = fromPublicId('workspace', params['workspace'] ?? '');
  const secret = params['secret'] ?? '';
  if (!workspaceId || !isToken(linkPrefix, secret)) return fail('link.invalid');
  if (host.domain && !(await isUnder(app, host.domain, workspaceId))) return fail('link.invalid');
  const [row] = await app.database.read<Shared & { size: string; isEnded: boolean }>(
    workspaceId,
    `select l.id as "linkId", l.file_id as "fileId", l.expires_at as "expiresAt", v.id as "versionId", f.name,
            v.media_type as "mediaType", v.size, v.scan, v.has_thumbnail as "hasThumbnail",
            f.lead_id as "leadId", f.company_id as "companyId", f.deal_id as "dealId",
            l.revoked_at is not null or l.expires_at <= now() or f.archived_at is not null
              or (f.lead_id is null and f.company_id is null and f.deal_id is null) as "isEnded"
       from file_link l join file f on f.workspace_id = l.workspace_id and f.id = l.file_id
       join file_version v on v.workspace_id = f.workspace_id and v.id = f.version_id
      where l.workspace_id = $1 and l.secret_hash = $2 and ${isOpen('$1')}`,
    [workspaceId, hashToken(secret)],
  );
  if (!row) return fail('link.invalid');
  if (row.isEnded) return fail('file_link.ended');
  return { ...row, workspaceId, size: Number(row.size) };
}

const looks = `main{max-inline-size:32rem;margin:8vh auto;padding:0 1rem}h1{font-size:1.375rem;line-height:1.3;overflow-wrap:anywhere}main p{padding:0;text-align:start;max-inline-size:none}
.go{display:inline-block;margin-block-start:1rem;padding:.625rem 1.25rem;border-radius:.5rem;font-weight:600;text-decoration:none;background:CanvasText;color:Canvas}header+main{margin-block-start:2rem}`;

/** `GET /shared/<workspace>/<secret>`: the page of a file for somebody outside, in the workspace's own brand. */
export const sharedPage: PublicRoute = {
  method: 'GET',
  path: '/shared/:workspace/:secret',
  auth: 'none',
  async handle(app, request) {
    const shared = await findShared(app, request);
    const { params, host, headers } = request;
    const { row } = (await findWorkspace(app, shared.workspaceId)) ?? fail('link.invalid');
    const brand = await brandAt(app, shared.workspaceId, row.organization_id);
    const lang = nearestLanguage((headers['accept-language'] ?? '').split(/[,;]/)[0] || row.locale);
    const words = sharedWords[lang];
    const nonce = randomBytes(16).toString('base64url');
    const until = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: row.time_zone }).format(
      shared.expiresAt,
    );
    const waiting = shared.scan === 'waiting' || shared.scan === 'infected';
    const href = `${host.url}/shared/${params['workspace'] ?? ''}/${params['secret'] ?? ''}/content`;
    const act = waiting
      ? `<p>${words.waits}</p>`
      : `<p><a class="go" href="${escapeHtml(href)}" download>${words.download}</a></p>`;
    return {
      headers: pageHeaders({ nonce, frameOrigins: [], apiUrl: host.url, pageUrl: host.url }),
      body: shell(nonce, {
        lang,
        title: shared.name,
        ...brandedShell(brand, looks),
        body: `${brandHeader(brand)}<main><h1 dir="auto">${escapeHtml(shared.name)}</h1><p>${sizeWords(shared.size, lang)} · ${words.until(until)}</p>${act}</main>`,
      }),
    };
  },
};

/** `GET /shared/<workspace>/<secret>/content`: the file itself, to be saved. Each time it is counted, told and noted; asking for the headers alone is not. */
export const sharedContent: PublicRoute = {
  method: 'GET',
  path: '/shared/:workspace/:secret/content',
  auth: 'none',
  async handle(app, request) {
    const shared = await findShared(app, request);
    requireHarmless(app, shared);
    const answer = await sendBytes(app, {
      key: versionKey(shared.workspaceId, shared.versionId),
      size: shared.size,
      etag: `"${shared.versionId}"`,
      request,
      headers: {
        'Content-Type': shared.mediaType,
        'Content-Disposition': disposition(shared.name),
        'Cache-Control': 'private, no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Robots-Tag': 'noindex',
      },
    });
    // What goes on where it was broken off is the same time.
    const begins = !/^bytes=(?!0-)/.test(request.headers.range ?? '');
    if (begins && !request.isHead && answer.status !== 304) await count(app, shared, request);
    return answer;
  },
};

/** Counts, tells of and notes that a file was taken. */
async function count(app: App, { workspaceId, linkId, fileId, ...on }: Shared, { ip, headers }: RouteRequest) {
  await openScope(app, workspaceId, jobPrincipal('file-link', workspaceId)).write(async ({ sql, emit }) => {
    const [row] = await sql<{ opened: number }>(
      `update file_link set opened = opened + 1, last_opened_at = now() where workspace_id = $1 and id = $2 returning opened`,
      [workspaceId, linkId],
    );
    const ids = { fileId: toPublicId('file', fileId), fileLinkId: toPublicId('fileLink', linkId) };
    emit('file.link_opened', { ...ids, opened: row?.opened ?? 1, ...recordOf(on) });
    await writeAuditEntry(sql, workspaceId, {
      actor: null,
      origin: originOf({ ip, userAgent: headers['user-agent'] ?? null }),
      act: 'fileLinks.open',
      outcome: 'ok',
      input: undefined,
      subjects: [ids.fileLinkId, ids.fileId],
    });
  });
}
