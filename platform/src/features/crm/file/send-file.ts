import type { Readable } from 'node:stream';
import { fromPublicId, type Uuid } from '@tabard/contract';
import type { ScanState } from '@tabard/contract/crm/file-words';
import {
  fail,
  type App,
  type CallScope,
  type ReadScope,
  type RouteAnswer,
  type RouteRequest,
  type WorkspaceRoute,
} from '#kernel';
import { thumbnailKey, versionKey } from './file-keys.ts';

/** The bytes of a file as they may be sent. */
export interface Sendable {
  versionId: Uuid;
  name: string;
  mediaType: string;
  size: number;
  scan: ScanState;
  hasThumbnail: boolean;
}

/** A version of a live file: the one that is shown, or another by its number. */
async function findVersion(scope: ReadScope, publicId: string, number: string | null): Promise<Sendable> {
  const id = fromPublicId('file', publicId) ?? fail('file.not_found');
  const wanted = number === null ? null : Number(number);
  if (wanted !== null && !(Number.isInteger(wanted) && wanted > 0 && wanted < 2 ** 31)) fail('file.not_found');
  const [row] = await scope.read<Sendable & { size: string }>(
    `select v.id as "versionId", f.name, v.media_type as "mediaType", v.size, v.scan, v.has_thumbnail as "hasThumbnail"
       from file f join file_version v on v.workspace_id = f.workspace_id and v.file_id = f.id
      where f.workspace_id = $1 and f.id = $2 and f.archived_at is null
        and (f.lead_id is not null or f.company_id is not null or f.deal_id is not null)
        and case when $3::int is null then v.id = f.version_id else v.number = $3 end`,
    [scope.workspaceId, id, wanted],
  );
  return row ? { ...row, size: Number(row.size) } : fail('file.not_found');
}

/** Nothing is opened that harm was found in, or that waits to be looked at. */
export function requireHarmless({ ports }: Pick<App, 'ports'>, { scan }: Pick<Sendable, 'scan'>): void {
  if (ports.fileScanner.isSet ? scan === 'waiting' || scan === 'unscanned' : scan === 'waiting')
    fail('file.not_scanned', { retryAfter: 5 });
  if (scan === 'infected') fail('file.infected');
}

/** A file name in a header, by RFC 6266: in ASCII for old readers, and whole. */
export function disposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** What keeps a browser from running what it is given. */
const inert = {
  'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Answers with the bytes of a version, or the part of them that is asked for. */
export async function sendBytes(
  { ports }: Pick<App, 'ports'>,
  {
    key,
    size,
    etag,
    headers,
    request,
  }: {
    key: string;
    size: number;
    etag: string;
    headers: Record<string, string>;
    request: Pick<RouteRequest, 'headers'>;
  },
): Promise<RouteAnswer> {
  const common = { ...inert, ...headers, ETag: etag, 'Accept-Ranges': 'bytes' };
  const known = request.headers['if-none-match'];
  if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*'))
    return { status: 304, headers: common };
  const asked = request.headers['if-range'] && request.headers['if-range'] !== etag ? undefined : request.headers.range;
  const range = rangeOf(asked, size);
  if (range === 'none') fail('file.range_not_satisfiable');
  const body: Readable = await ports.blobs
    .get(key, range ?? undefined)
    .catch((cause: unknown) => fail('file.not_found', { cause }));
  if (!range) return { body, headers: { ...common, 'Content-Length': String(size) } };
  const length = String(range.end - range.start + 1);
  const part = { 'Content-Length': length, 'Content-Range': `bytes ${range.start}-${range.end}/${size}` };
  return { status: 206, body, headers: { ...common, ...part } };
}

/** The one range that is asked for; null where all is, or what is asked is none or many, which may be answered with all. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'none' | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  if (from === '')
    return Number(to) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  if (to !== '' && Number(to) < start) return null;
  return start >= size ? 'none' : { start, end };
}

async function sendVersion(scope: CallScope, request: RouteRequest): Promise<RouteAnswer> {
  const found = await findVersion(scope, request.params['id'] ?? '', request.query.get('version'));
  requireHarmless(scope.app, found);
  return sendBytes(scope.app, {
    key: versionKey(scope.workspaceId, found.versionId),
    size: found.size,
    etag: `"${found.versionId}"`,
    request,
    headers: {
      'Content-Type': found.mediaType,
      'Content-Disposition': disposition(found.name),
      'Cache-Control': 'private, no-cache',
    },
  });
}

/** `GET /files/<id>/content`: the bytes of a file, of an older version with `?version=`; in ranges, and always to be saved. */
export const sendContent: WorkspaceRoute = {
  method: 'GET',
  path: '/files/:id/content',
  auth: 'workspace',
  permission: 'file.read',
  handle: sendVersion,
};

/** `GET /files/<id>/thumbnail`: the small picture of an image. */
export const sendThumbnail: WorkspaceRoute = {
  method: 'GET',
  path: '/files/:id/thumbnail',
  auth: 'workspace',
  permission: 'file.read',
  async handle(scope, request) {
    const found = await findVersion(scope, request.params['id'] ?? '', request.query.get('version'));
    requireHarmless(scope.app, found);
    const key = thumbnailKey(scope.workspaceId, found.versionId);
    const size = found.hasThumbnail ? await scope.app.ports.blobs.size(key) : null;
    if (size === null) return fail('file.preview_gone');
    const headers = { 'Content-Type': 'image/webp', 'Cache-Control': 'private, no-cache' };
    return sendBytes(scope.app, { key, size, etag: `"${found.versionId}.thumbnail"`, request, headers });
  },
};
