import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { oneLine } from '../one-line.ts';
import { currencies, requirableFields, stageKinds, stagesLimit } from './deal-words.ts';

const stage = {
  /** How likely a deal in it is won, in whole percent. */
  probability: z.int().min(0).max(100),
  /** Days in it after which a deal is said to stand still; `null` for never. */
  rottingDays: z.int().min(1).max(3650).nullable(),
  /** What has to be filled before a deal enters it. */
  requiredFields: z.array(z.enum(requirableFields)).max(requirableFields.length),
};

/** A stage of a pipeline, as callers see it. */
export const stageOutput = z.object({
  id: idOutput('pipelineStage'),
  /** What it is called. */
  name: z.string(),
  /** What it is for: deals in it are `open`, `won` or `lost`. */
  kind: z.enum(stageKinds),
  ...stage,
});

/** A stage as it is written: with its `id` it is changed, without one it is new. */
export const stageInput = z.strictObject({
  /** The stage that is meant; left out for a new one. */
  id: idInput('pipelineStage').optional(),
  /** What it is called. */
  name: oneLine().min(1).max(60),
  /** What it is for: deals in it are `open`, `won` or `lost`. It stays as it was made. */
  kind: z.enum(stageKinds).default('open'),
  probability: stage.probability.default(0),
  rottingDays: stage.rottingDays.default(null),
  requiredFields: stage.requiredFields.default([]),
});
const stages = z.array(stageInput).min(1).max(stagesLimit);

/** The way that deals go, from stage to stage. */
export const pipelineNoun = describeNoun('pipeline', {
  /** What it is called. */
  name: field.text({ label: 'Name', min: 1, max: 100, search: true, sort: true }),
  /** The currency of new deals in it, by ISO 4217. */
  currency: field.choice(currencies, { label: 'Currency', default: 'EUR' }),
  /** Its stages, in the order in which a deal passes them. */
  stages: field.record(z.array(stageOutput), z.unknown(), { label: 'Stages', computed: true }),
});
export const pipelineOutput = pipelineNoun.output;
export const pipelineCreateInput = pipelineNoun.createInput.extend({
  /** Its stages in their order: at least one that is open, one for won and one for lost deals. Left out: a usual set. */
  stages: stages.optional(),
});
export const pipelineUpdateInput = pipelineNoun.updateInput.extend({
  /** All of its stages in their new order. One that is left out is removed. */
  stages: stages.optional(),
  /** Where the deals of stages that are removed go; needed for each that has any. */
  moves: z
    .array(z.strictObject({ from: idInput('pipelineStage'), to: idInput('pipelineStage') }))
    .max(stagesLimit)
    .optional(),
});
export const pipelineStartInput = z.strictObject({
  /** What the first pipeline and its stages are called, in the language of who begins; left out, in English. */
  name: oneLine().min(1).max(100).optional(),
  stages: stages.optional(),
});
export const pipelineStartOutput = z.object({
  /** The pipelines that there are now, the oldest first. */
  items: z.array(pipelineOutput),
});

/** A pipeline as callers see it. */
export type Pipeline = z.infer<typeof pipelineOutput>;
/** A stage as callers see it. */
export type PipelineStage = z.infer<typeof stageOutput>;
