import type { DomainState } from '@tabard/contract/identity/domain-words';
import { newId } from '#kernel';
import type { TestWorkspace } from '../fixture/index.ts';
import { stageCampaign } from './stage-campaign.ts';

/** A campaign that runs without any job that was asked for: whatever happens to it, a sweep has found it. */
export async function stageRunning(
  workspace: TestWorkspace,
  { port, enrolled }: { port: number; enrolled: boolean },
): Promise<void> {
  const { leadIds } = await stageCampaign(workspace, { port, leads: 2 });
  await workspace.scope.write(async ({ sql }) => {
    await sql(`update campaign set state = 'running', launched_at = now(), updated_at = now() - interval '1 minute'`);
    await sql(
      enrolled
        ? `insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id, next_step_at)
           select c.workspace_id, l.id, c.id, l.id, c.mailbox_ids[1], now() from campaign c, lead l where l.id = any($1)`
        : `insert into audience_part (workspace_id, id, campaign_id, position, lead_ids, lead_count)
           select workspace_id, id, id, 0, $1::uuid[], 2 from campaign`,
      [leadIds],
    );
  });
}

/** A mail whose worker never came back after the gate. */
export async function stageAbandoned(workspace: TestWorkspace): Promise<void> {
  const { mailboxIds } = await stageCampaign(workspace, { port: 1, leads: 1 });
  const ids = [workspace.workspaceId, newId(), newId(), mailboxIds[0]!] as const; // a staged campaign has a mailbox
  await workspace.scope.write(async ({ sql }) => {
    await sql(
      `insert into delivery (workspace_id, id, mailbox_id, to_address, address_hash, subject, message_id, raw_hash, state, troubled, fence)
       values ($1, $2::uuid, $4, 'a@b.example', '', '', $2::uuid::text, '', 'submitting', false, $3)`,
      [...ids],
    );
    await sql(
      `insert into claim (workspace_id, id, mailbox_id, delivery_ids, opened, opened_at, lease_until)
       values ($1, $3, $4, array[$2::uuid], array[$2::uuid], now(), now() - interval '1 second')`,
      [...ids],
    );
  });
}

/** A mail of the platform itself whose last try is due; no server is set for it, so it is given up. */
export async function stageSystemMail({ scope, workspaceId, organizationId }: TestWorkspace): Promise<void> {
  await scope.write(({ sql }) =>
    sql(
      `insert into system_mail (workspace_id, id, organization_id, kind, subject_id, recipient, message_id, content, created_at)
       values ($1, $2::uuid, $3, 'invitation', $2, 'ada@client.example', $2::text, '', now() - interval '2 days')`,
      [workspaceId, newId(), organizationId],
    ),
  );
}

/** A host name in a state whose check is due; it has no records, and lost them a day ago if it ever had them. */
export const stageDomain =
  (state: DomainState) =>
  ({ scope, workspaceId, organizationId }: TestWorkspace): Promise<unknown> =>
    scope.write(({ sql }) =>
      sql(
        `insert into domain (workspace_id, id, organization_id, host, purpose, token, state, failing_since)
         values ($1, $2::uuid, $3, $2::text || '.client.example', 'app', 'token', $4, now() - interval '1 day')`,
        [workspaceId, newId(), organizationId, state],
      ),
    );

/** A version of a file that waits to be looked at. */
export const stageUnlooked = ({ scope, workspaceId }: TestWorkspace): Promise<void> =>
  scope.write(async ({ sql }) => {
    const [leadId, id, versionId] = [newId(), newId(), newId()];
    await sql(`insert into lead (workspace_id, id, email) values ($1, $2::uuid, $2::uuid::text || '@client.example')`, [
      workspaceId,
      leadId,
    ]);
    await sql(
      `insert into file (workspace_id, id, name, kind, media_type, size, version, scan, has_thumbnail, lead_id, author, version_id)
       values ($1, $2, 'a.txt', 'text', 'text/plain', 1, 1, 'waiting', false, $3, 'job', $4)`,
      [workspaceId, id, leadId, versionId],
    );
    await sql(
      `insert into file_version (workspace_id, id, file_id, number, kind, media_type, size, scan, has_thumbnail, author)
       values ($1, $3, $2, 1, 'text', 'text/plain', 1, 'waiting', false, 'job')`,
      [workspaceId, id, versionId],
    );
  });

/** Work in the background that stands still without a job, as rows: SQL of workspace `$1` and a new id `$2`, by the table that waits. */
export const stoodStill = {
  lead_export: `insert into lead_export (workspace_id, id, owner, asker, format, file_name, question, total, created_at, lease_until)
    values ($1, $2, 'nobody', '{"kind": "job", "id": "none", "organizationId": "", "workspaceId": null, "permissions": []}', 'csv', 'leads.csv',
            '{"columns": [{"name": "email", "heading": "Email"}], "except": [], "sort": "created_at", "direction": "desc", "mark": true}', 0,
            now() - interval '1 minute', now() - interval '1 second')`,
  bulk_operation: `insert into bulk_operation (workspace_id, id, action, updated_at)
    values ($1, $2, '{"kind": "archive"}', now() - interval '1 minute')`,
  company_match: `insert into company_match (workspace_id, id, position, total, updated_at)
    values ($1, $2, '00000000-0000-0000-0000-000000000000', 0, now() - interval '1 minute')`,
  company: `insert into company (workspace_id, id, name, leads_behind_since)
    values ($1, $2, 'Nordhamn', now() - interval '1 minute')`,
  custom_field: `insert into custom_field (workspace_id, id, key, label, type, removal, updated_at)
    values ($1, $2, 'fleet', 'Fleet', 'number', 0, now() - interval '1 minute')`,
  search_state: `insert into search_state (workspace_id, state) select $1, 'waiting' where $2::uuid is not null`,
  segment: `insert into segment (workspace_id, id, name, "where")
    values ($1, $2, 'Brokers', '{"field": "company", "op": "exactly", "value": "Nordhamn"}')`,
  snapshot_roll_out: `insert into snapshot_roll_out (workspace_id, id, organization_id, snapshot_id, snapshot_name, version, actor)
    values ($1, $2, $1, $1, 'Standard', 1, '{}')`,
  tag: `insert into tag (workspace_id, id, name, spread_kind, updated_at)
    values ($1, $2, 'broker', 'remove', now() - interval '1 minute')`,
  task: `insert into task (workspace_id, id, title, due, due_at, reminder_minutes, remind_at)
    values ($1, $2, 'Call back', '2026-01-01', '2026-01-01', 0, now() - interval '1 minute')`,
} as const;
