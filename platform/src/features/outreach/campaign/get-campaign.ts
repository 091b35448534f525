import { toPublicId, type Campaign, type Step, type Uuid } from '@tabard/contract';
import { fail, type ReadScope } from '#kernel';
import { listBlockers } from './list-blockers.ts';
import { readCampaigns, summaryOf, type CampaignRow } from './read-campaigns.ts';

interface StepRow {
  id: Uuid;
  position: number;
  delay_amount: number;
  delay_unit: Step['delay']['unit'];
  subject: string;
  body: string;
}

/** A campaign with its steps, its numbers and, as long as it is a draft, what keeps it from starting. */
export async function getCampaign(
  scope: Pick<ReadScope, 'read' | 'workspaceId'>,
  { id }: { id: Uuid },
): Promise<Campaign> {
  const [row] = await readCampaigns(scope, { condition: 'c.id = $2', values: [scope.workspaceId, id], limit: 1 });
  if (!row) return fail('campaign.not_found');
  const steps = await scope.read<StepRow>(
    `select id, position, delay_amount, delay_unit, subject, body from step
      where workspace_id = $1 and campaign_id = $2 order by position`,
    [scope.workspaceId, id],
  );
  const { stepCount: _count, trend: _trend, ...summary } = summaryOf(row);
  return {
    ...summary,
    steps: steps.map((step) => ({
      id: toPublicId('step', step.id),
      position: step.position,
      delay: { amount: step.delay_amount, unit: step.delay_unit },
      subject: step.subject,
      body: step.body,
    })),
    schedule: row.schedule,
    audience: audienceOf(row),
    blockers: row.state === 'draft' ? await listBlockers(scope.read, scope.workspaceId, row) : [],
  };
}

function audienceOf({ audience: { filter, leadIds = [] } }: CampaignRow): Campaign['audience'] {
  const { importId } = filter ?? {};
  return {
    filter: filter ? { ...filter, ...(importId ? { importId: toPublicId('leadImport', importId) } : {}) } : null,
    leadIds: leadIds.map((leadId) => toPublicId('lead', leadId)),
  };
}
