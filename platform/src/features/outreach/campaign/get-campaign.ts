import {
  leadNoun,
  toPublicId,
  type Campaign,
  type CampaignSummary,
  type IdKind,
  type Step,
  type Uuid,
} from '@tabard/contract';
import { openMails } from '#features/outreach/delivery';
import { fail, readOne, type More, type ReadScope } from '#kernel';
import { campaigns } from './campaign.entity.ts';
import { listBlockers } from './list-blockers.ts';
import { readNumbers, withNumbers, type NumberedCampaign } from './read-campaigns.ts';
import type { Audience } from './select-audience.ts';

interface StepRow {
  id: Uuid;
  position: number;
  delay_amount: number;
  delay_unit: Step['delay']['unit'];
  subject: string;
  body: string;
}

/** Leads that are to get another mail, and mails that are under way. */
const pending = `
  (select count(*)::int from enrollment e where e.workspace_id = $1 and e.campaign_id = c.id and e.next_step_at is not null)
    + (select count(*)::int from ${openMails('$1', 'c.id')}) as pending`;

const whole: More<NumberedCampaign & { audience: Audience; pending: number }, CampaignSummary> = {
  ...withNumbers,
  around: (row) => readNumbers(row, { columns: 'lead_count, audience', also: pending }),
};

/** A campaign with its steps, its numbers and, as long as it is a draft, what keeps it from starting. */
export async function getCampaign(scope: ReadScope, { id }: { id: Uuid }): Promise<Campaign> {
  const row = await readOne(campaigns, scope, id, whole);
  if (!row) return fail('campaign.not_found');
  const steps = await scope.read<StepRow>(
    `select id, position, delay_amount, delay_unit, subject, body from step
      where workspace_id = $1 and campaign_id = $2 order by position`,
    [scope.workspaceId, id],
  );
  const { counts, ...shown } = withNumbers.shape(row);
  return {
    ...shown,
    counts: { ...counts, pending: row.pending },
    schedule: row.schedule,
    steps: steps.map((step) => ({
      id: toPublicId('step', step.id),
      position: step.position,
      delay: { amount: step.delay_amount, unit: step.delay_unit },
      subject: step.subject,
      body: step.body,
    })),
    audience: audienceOf(row.audience),
    blockers: row.state === 'draft' ? await listBlockers(scope, row) : [],
  };
}

function audienceOf({ filter, where, leadIds = [] }: Audience): Campaign['audience'] {
  return {
    filter: filter ? showIds(filter) : null,
    where: where ?? null,
    leadIds: leadIds.map((leadId) => toPublicId('lead', leadId)),
  };
}

/** A filter as callers give it: what it names by an id has the public one. */
function showIds(filter: NonNullable<Audience['filter']>): NonNullable<Audience['filter']> {
  const fields: Readonly<Record<string, { of?: IdKind }>> = leadNoun.fields;
  const shown = Object.entries(filter).map(([name, value]) => {
    const of = fields[name]?.of;
    return [name, of && typeof value === 'string' ? toPublicId(of, value) : value];
  });
  return Object.fromEntries(shown) as NonNullable<Audience['filter']>; // the same fields
}
