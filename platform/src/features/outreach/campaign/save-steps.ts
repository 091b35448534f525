import { toPublicId, type Uuid, type campaignCreateInput } from '@tabard/contract';
import type { z } from 'zod';
import { fail, newId, type WriteScope } from '#kernel';
import { checkStepTexts } from './check-step-texts.ts';

type StepInput = NonNullable<z.output<typeof campaignCreateInput>['steps']>[number];

/**
 * Replaces the steps of a campaign as a set. A step that is given with its id keeps its statistics; one that was already sent to
 * somebody keeps its place.
 */
export async function saveSteps(scope: WriteScope, campaignId: Uuid, steps: StepInput[]): Promise<void> {
  const known = await scope.sql<{ id: Uuid; position: number; started: boolean }>(
    `select id, position, started_at is not null as started from step
      where workspace_id = $1 and campaign_id = $2 order by position for update`,
    [scope.workspaceId, campaignId],
  );
  const strangers = steps.flatMap((step, index) =>
    step.id && !known.some((one) => one.id === step.id)
      ? [
          {
            path: `steps.${index}.id`,
            message: 'This campaign has no such step. Leave the id out to add a step.',
            reason: 'not_listed',
          },
        ]
      : [],
  );
  const repeated = steps.findIndex((step, index) => step.id && steps.findIndex((one) => one.id === step.id) !== index);
  if (repeated >= 0)
    strangers.push({ path: `steps.${repeated}.id`, message: 'The same step is given twice.', reason: 'wrong_form' });
  if (strangers.length > 0) fail('request.invalid', { details: strangers });
  for (const step of known)
    if (step.started && steps[step.position - 1]?.id !== step.id)
      fail('campaign.steps_locked', {
        details: [
          { path: `steps.${step.position - 1}`, message: `Step ${toPublicId('step', step.id)} was sent to somebody.` },
        ],
      });
  await checkStepTexts(scope, steps);
  const ids = steps.map((step) => step.id ?? newId());
  await scope.sql('delete from step where workspace_id = $1 and campaign_id = $2 and id <> all($3::uuid[])', [
    scope.workspaceId,
    campaignId,
    ids,
  ]);
  await scope.sql(
    `insert into step (workspace_id, id, campaign_id, position, delay_amount, delay_unit, subject, body)
     select $1, s.id, $2, s.position, s.amount, s.unit, s.subject, s.body
       from unnest($3::uuid[], $4::int[], $5::int[], $6::text[], $7::text[], $8::text[]) as s(id, position, amount, unit, subject, body)
         on conflict (workspace_id, id) do update set position = excluded.position, delay_amount = excluded.delay_amount,
            delay_unit = excluded.delay_unit, subject = excluded.subject, body = excluded.body`,
    [
      scope.workspaceId,
      campaignId,
      ids,
      steps.map((_, index) => index + 1),
      steps.map((step) => step.delay.amount),
      steps.map((step) => step.delay.unit),
      steps.map((step) => step.subject),
      steps.map((step) => step.body),
    ],
  );
}
