import { fromPublicId, type Uuid } from '@tabard/contract';
import { newId } from '#kernel';
import type { TestWorkspace } from '../fixture/index.ts';

export interface StageOptions {
  port: number;
  leads: number;
  mailboxes?: number;
  dailyCap?: number;
  minGap?: number;
  steps?: { subject: string; body: string; delay?: { amount: number; unit: 'minutes' | 'hours' | 'days' } }[];
  trackClicks?: boolean;
}

export interface StagedCampaign {
  campaignId: string;
  mailboxIds: Uuid[];
  leadIds: Uuid[];
}

export const alwaysOpen = { timeZone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', until: '24:00' };

/** Leads, mailboxes on the sink and a draft over them. */
export async function stageCampaign(workspace: TestWorkspace, options: StageOptions): Promise<StagedCampaign> {
  const leadIds = Array.from({ length: options.leads }, newId);
  await workspace.scope.write((scope) =>
    scope.sql(
      `insert into lead (workspace_id, id, email, first_name, company)
       select $1, t.id, 'lead-' || t.n || '@recipients.test', 'Name ' || t.n, 'Company ' || t.n
         from unnest($2::uuid[]) with ordinality as t(id, n)`,
      [scope.workspaceId, leadIds],
    ),
  );
  const mailboxes = [];
  for (let index = 0; index < (options.mailboxes ?? 1); index++)
    mailboxes.push(
      await workspace.caller.mailboxes.create({
        address: `sender-${index}@agency.test`,
        displayName: 'A Sender',
        smtp: { host: '127.0.0.1', port: options.port, security: 'none', user: 'user', password: 'password' },
        dailyCap: options.dailyCap ?? 1_000_000,
        minGap: options.minGap ?? 0,
      }),
    );
  const campaign = await workspace.caller.campaigns.create({
    name: 'A campaign',
    audience: { filter: {} },
    mailboxIds: mailboxes.map((mailbox) => mailbox.id),
    schedule: alwaysOpen,
    trackClicks: options.trackClicks ?? true,
    steps: (options.steps ?? [{ subject: 'Hello {{ first_name }}', body: '<p>For {{ company }}</p>' }]).map((step) => ({
      ...step,
      delay: step.delay ?? { amount: 0, unit: 'minutes' },
    })),
  });
  return {
    campaignId: campaign.id,
    mailboxIds: mailboxes.map((mailbox) => fromPublicId('mailbox', mailbox.id)!),
    leadIds,
  };
}
