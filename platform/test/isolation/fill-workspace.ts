import pg from 'pg';
import { newId } from '#kernel';
import type { TestPlatform, TestWorkspace } from '../fixture/index.ts';

/** A row of every table that has a workspace, by table: what is in `id`, or in another column where there is none. */
export type Filled = Readonly<Record<string, string>>;

/** Values that a type alone does not tell; everything else is made from the column's type. */
const meant: Readonly<Record<string, unknown>> = {
  // A set-up as it is kept.
  'snapshot.document': '{"snapshot":1,"takenAt":"2026-01-01T00:00:00.000Z","workspace":"hidden","parts":{}}',
  'custom_field.key': 'hidden',
  'api_key.hint': 'abcd',
  'api_key.permissions': ['lead.read'],
  'bulk_operation.action': JSON.stringify({ kind: 'archive' }),
  'campaign.schedule': JSON.stringify({ timeZone: 'UTC', days: [1, 2, 3, 4, 5], from: '09:00', until: '17:00' }),
  'conversation.last_class': 'human',
  'delivery.message_id': 'hidden@example.com',
  'custom_field.noun': 'lead',
  'custom_field.options': '[]',
  'custom_field.type': 'text',
  'deal_reason.outcome': 'won',
  'domain.purpose': 'app',
  'delivery.troubled': true,
  'delivery.state': 'unknown',
  'embed_session.widgets': JSON.stringify({ inbox: {} }),
  // Numbered already, so that the relay leaves it as it is.
  'event.position': '0',
  'file.kind': 'other',
  // One that is kept with nothing is on its way out.
  'file.lead_id': undefined,
  'file.scan': 'clean',
  'file_version.kind': 'other',
  'file_version.scan': 'clean',
  'identity_provider.issuer': 'https://127.0.0.1:1',
  'identity_provider.kind': 'oidc',
  'invitation.role': 'viewer',
  'lead.emails': '[]',
  'lead.phones': '[]',
  'lead_reach.kind': 'email',
  'lead_merge.moved': JSON.stringify({ rows: {}, lists: [], enrollments: [], contact: null }),
  'lead_import.options': JSON.stringify({ mapping: {}, duplicates: 'skip', tags: [] }),
  'lead_export.asker': JSON.stringify({ kind: 'job', id: 'hidden', permissions: [] }),
  'lead_export.format': 'csv',
  'lead_export.question': JSON.stringify({ columns: [{ name: 'email', heading: 'hidden' }], except: [] }),
  'mailbox.smtp_host': '127.0.0.1',
  'mailbox.smtp_security': 'none',
  'member.role': 'viewer',
  'message.class': 'human',
  'message.direction': 'in',
  'message.message_id': 'hidden@example.com',
  'message.state': 'received',
  'message.recipients': '[]',
  'pipeline_stage.kind': 'open',
  // Whoever manages the workspace may remove it.
  'saved_search.shared': true,
  'saved_search.noun': 'lead',
  'search_state.state': 'ready',
  'step.delay_unit': 'days',
  'suppression.reason': 'manual',
};

/** Columns that are not called as what they point at. */
const pointsAt: Readonly<Record<string, string>> = { 'lead_distinct.other_id': 'lead' };

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Puts one row into every table with a workspace, found by looking at the catalog, so that new tables are filled too. */
export async function fillWorkspace(
  platform: TestPlatform,
  { workspaceId, organizationId }: TestWorkspace,
): Promise<Filled> {
  const client = new pg.Client({ connectionString: platform.config.database.url });
  await client.connect();
  try {
    // Rows refer to each other in a circle; the owner may put them in in any order.
    await client.query(`set session_replication_role = replica`);
    const ids: Record<string, string> = {};
    const columns = await readColumns(client);
    for (const table of columns.keys()) ids[table] = newId();
    const userId = newId();
    await client.query(`insert into app_user (id, email, name) values ($1, $2, 'Hidden')`, [
      userId,
      `${userId}@example.com`,
    ]);
    for (const [table, needed] of columns) {
      const values = needed.map(({ column, type }) => {
        if (column === 'workspace_id' || column === 'scope_id') return workspaceId;
        if (column === 'organization_id') return organizationId;
        if (column === 'id') return ids[table];
        if (column === 'user_id') return userId;
        if (/(?:address|email)$/.test(column)) return 'hidden@example.com';
        if (column.endsWith('_password')) return platform.app.ports.secrets.seal('hidden', workspaceId);
        return (
          meant[`${table}.${column}`] ??
          (type === 'uuid' ? named(ids, pointsAt[`${table}.${column}`] ?? column.replace(/_id$/, '')) : undefined) ??
          valueOf(type)
        );
      });
      const names = needed.map(({ column }) => `"${column}"`).join(', ');
      await client.query(
        `insert into "${table}" (${names}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
        values,
      );
    }
    ids['user_session'] = await signInOwner(client, workspaceId);
    ids['passkey'] = await givePasskey(client, workspaceId);
    ids['user_identity'] = await giveIdentity(client, workspaceId);
    return ids;
  } finally {
    await client.end();
  }
}

/** The row that a column names: of the table of that name, or of one whose name ends as its does, such as `to_stage` of `pipeline_stage`. */
function named(ids: Filled, name: string): string | undefined {
  const last = name.slice(name.lastIndexOf('_') + 1);
  return ids[name] ?? ids[Object.keys(ids).find((table) => table.endsWith(`_${last}`)) ?? ''];
}

/** A further sign-in of the person whose the test's workspace is. */
async function signInOwner(client: pg.Client, workspaceId: string): Promise<string> {
  const id = newId();
  await client.query(
    `insert into user_session (id, user_id, token_hash, expires_at)
     select $1::uuid, id, encode(sha256($1::uuid::text::bytea), 'hex'), now() + interval '1 hour' from app_user where email = $2`,
    [id, `${workspaceId}@example.com`],
  );
  return id;
}

/** A passkey of the same person. */
async function givePasskey(client: pg.Client, workspaceId: string): Promise<string> {
  const id = newId();
  await client.query(
    `insert into passkey (id, user_id, host, name, credential_id, public_key, transports, is_synced)
     select $1::uuid, id, 'app.example', 'hidden', $1::uuid::text, 'hidden', '{}', false from app_user where email = $2`,
    [id, `${workspaceId}@example.com`],
  );
  return id;
}

/** An account of the same person at a provider. */
async function giveIdentity(client: pg.Client, workspaceId: string): Promise<string> {
  const id = newId();
  await client.query(
    `insert into user_identity (id, user_id, issuer, subject, kind, name, confirmed_at)
     select $1::uuid, id, 'https://issuer.example', $1::uuid::text, 'google', 'hidden', now() from app_user where email = $2`,
    [id, `${workspaceId}@example.com`],
  );
  return id;
}

/** Columns a row must have, by table. */
async function readColumns(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column & { needed: boolean }>(
    `select c.table_name as table, c.column_name as column, c.udt_name as type,
            c.is_nullable = 'NO' and (c.column_default is null) or c.column_name = 'workspace_id' as needed
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        -- A partition gets its rows through its table.
        and not (select relispartition from pg_class where oid = format('%I.%I', c.table_schema, c.table_name)::regclass)
      order by c.table_name, c.ordinal_position`,
  );
  const tables = new Map(
    Object.entries(Object.groupBy(rows, ({ table }) => table)).map(([table, found]) => [table, found ?? []]),
  );
  const filled = [...tables].filter(([, found]) => found.some(({ column }) => column === 'workspace_id'));
  return new Map(
    filled.map(([table, found]) => [
      table,
      found.filter((column) => column.needed || `${table}.${column.column}` in meant),
    ]),
  );
}

function valueOf(type: string): unknown {
  if (type === 'uuid') return newId();
  if (type === 'jsonb') return '{}';
  if (type === 'bool') return true;
  if (type.startsWith('_')) return [];
  if (type === 'date' || type.startsWith('timestamp')) return new Date(Date.now() + 86_400_000);
  if (/^(?:int|float|numeric)/.test(type)) return 1;
  if (type === 'bytea') return Buffer.from('x');
  return `hidden-${newId().slice(-8)}`.slice(0, 15);
}
