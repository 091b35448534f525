import { newId } from '#kernel';
import type { TestWorkspace } from '../fixture/index.ts';

/** Gives a workspace a running campaign with a mail in each of the states, and one more that waits and is of no campaign. */
export async function fillCampaign(
  { scope, workspaceId }: TestWorkspace,
  {
    campaign,
    mailbox,
    password,
    enrollments,
    states,
  }: { campaign: string; mailbox: string; password: string; enrollments: string[]; states: string[] },
): Promise<void> {
  await scope.write(async ({ sql }) => {
    await sql(
      `insert into mailbox (workspace_id, id, address, display_name, smtp_host, smtp_port, smtp_security, smtp_user, smtp_password)
       values ($1, $2, 'ann@agency.test', 'Ann', '127.0.0.1', 9, 'none', 'ann', $3)`,
      [workspaceId, mailbox, password],
    );
    await sql(
      `insert into campaign (workspace_id, id, name, state, schedule) values ($1, $2, 'Spring', 'running', '{}')`,
      [workspaceId, campaign],
    );
    for (const [index, id] of enrollments.entries()) {
      const lead = newId();
      await sql('insert into lead (workspace_id, id, email) values ($1, $2, $3)', [
        workspaceId,
        lead,
        `${id}@recipients.test`,
      ]);
      await sql(
        'insert into enrollment (workspace_id, id, campaign_id, lead_id, mailbox_id) values ($1, $2, $3, $4, $5)',
        [workspaceId, id, campaign, lead, mailbox],
      );
      await addDelivery(sql, { workspaceId, mailbox, campaign, enrollment: id, state: states[index]! });
    }
    await addDelivery(sql, { workspaceId, mailbox, campaign: null, enrollment: null, state: 'planned' });
  });
}

async function addDelivery(
  sql: (text: string, values: unknown[]) => Promise<unknown>,
  of: { workspaceId: string; mailbox: string; campaign: string | null; enrollment: string | null; state: string },
): Promise<void> {
  await sql(
    `insert into delivery (workspace_id, id, mailbox_id, campaign_id, enrollment_id, step_id, to_address, address_hash, subject, message_id, raw_hash, state, troubled, due_at, fence)
     values ($1, $2, $3, $4, $5, $6, 'bob@recipients.test', 'x', 'Hello', $7, 'x', $8::text, false, case when $8::text = 'planned' then now() end, case when $8::text = 'submitting' then $2::uuid end)`,
    [of.workspaceId, newId(), of.mailbox, of.campaign, of.enrollment, of.enrollment && newId(), newId(), of.state],
  );
}
