import { toPublicId, type Uuid } from '@tabard/contract';
import type { FileLink, fileLinkCreateInput } from '@tabard/contract/crm/file-link';
import type { z } from 'zod';
import { authorName, authorOf } from '#features/crm/record-subject';
import { addressOf } from '#features/identity/address';
import { fail, issueToken, newId, recordOf, type ReadScope, type WriteScope } from '#kernel';

/** What secrets of links begin with. */
export const linkPrefix = 'fln_';
/** The most links of one file that are open. */
const mostOpen = 50;

interface Row {
  id: Uuid;
  file_id: Uuid;
  expires_at: Date;
  revoked_at: Date | null;
  opened: number;
  last_opened_at: Date | null;
  author_name: string | null;
  created_at: Date;
}
const columns = `l.id, l.file_id, l.expires_at, l.revoked_at, l.opened, l.last_opened_at, l.created_at, ${authorName('l')} as author_name`;

const shape = (row: Row): FileLink => ({
  id: toPublicId('fileLink', row.id),
  fileId: toPublicId('file', row.file_id),
  expiresAt: row.expires_at.toISOString(),
  revokedAt: row.revoked_at?.toISOString() ?? null,
  opened: row.opened,
  lastOpenedAt: row.last_opened_at?.toISOString() ?? null,
  authorName: row.author_name,
  createdAt: row.created_at.toISOString(),
});

interface FileRow {
  lead_id: Uuid | null;
  company_id: Uuid | null;
  deal_id: Uuid | null;
}

/** The live file of an id, with the record that it is kept with. */
async function requireFile({ read, workspaceId }: ReadScope, fileId: Uuid) {
  const [row] = await read<FileRow>(
    `select lead_id, company_id, deal_id from file where workspace_id = $1 and id = $2 and archived_at is null
        and (lead_id is not null or company_id is not null or deal_id is not null)`,
    [workspaceId, fileId],
  );
  if (!row) return fail('file.not_found');
  return { leadId: row.lead_id, companyId: row.company_id, dealId: row.deal_id };
}

/** The links of a file, the newest first; those that ended stay for a while. */
export async function listLinks(scope: ReadScope, { fileId }: { fileId: Uuid }): Promise<{ items: FileLink[] }> {
  await requireFile(scope, fileId);
  const rows = await scope.read<Row>(
    `select ${columns} from file_link l where l.workspace_id = $1 and l.file_id = $2 order by l.created_at desc, l.id limit 200`,
    [scope.workspaceId, fileId],
  );
  return { items: rows.map(shape) };
}

/** Makes a link to a file. Its secret is said this once. */
export async function createLink(
  scope: WriteScope,
  { fileId, days }: z.output<typeof fileLinkCreateInput>,
): Promise<FileLink & { url: string }> {
  const { app, sql, workspaceId } = scope;
  const on = await requireFile(scope, fileId);
  const [open] = await sql<{ count: number }>(
    `select count(*)::int as count from file_link where workspace_id = $1 and file_id = $2 and revoked_at is null and expires_at > now()`,
    [workspaceId, fileId],
  );
  if (open && open.count >= mostOpen) fail('file_link.too_many');
  const { secret, hash } = issueToken(linkPrefix);
  const { author, authorUserId, authorSays } = await authorOf(scope);
  const id = newId();
  await sql(
    `insert into file_link (workspace_id, id, file_id, secret_hash, expires_at, author, author_user_id, author_says)
     values ($1, $2, $3, $4, now() + make_interval(days => $5), $6, $7, $8)`,
    [workspaceId, id, fileId, hash, days, author, authorUserId, authorSays],
  );
  const fileLinkId = toPublicId('fileLink', id);
  scope.emit('file.link_created', { fileId: toPublicId('file', fileId), fileLinkId, ...recordOf(on) });
  const base = await addressOf(app, workspaceId, 'app');
  const url = `${base}/shared/${toPublicId('workspace', workspaceId)}/${secret}`;
  return { ...(await readLink(scope, id)), url };
}

async function readLink({ read, workspaceId }: ReadScope, id: Uuid): Promise<FileLink> {
  const [row] = await read<Row>(`select ${columns} from file_link l where l.workspace_id = $1 and l.id = $2`, [
    workspaceId,
    id,
  ]);
  return row ? shape(row) : fail('file_link.not_found');
}

/** Takes a link back; it leads nowhere from then on. */
export async function revokeLink(scope: WriteScope, { id }: { id: Uuid }): Promise<FileLink> {
  await scope.sql(
    'update file_link set revoked_at = now() where workspace_id = $1 and id = $2 and revoked_at is null and expires_at > now()',
    [scope.workspaceId, id],
  );
  return readLink(scope, id);
}
