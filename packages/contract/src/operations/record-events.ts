import { z } from 'zod';
import { conversionKinds } from '../crm/return-words.ts';
import { idOutput } from '../ids.ts';

/** Which record it stands on: those that it is not on are `null`. */
export const recordIds = {
  /** The lead that it stands on; `null` where it stands on something else. */
  leadId: idOutput('lead').nullable(),
  /** The company that it stands on; `null` where it stands on something else. */
  companyId: idOutput('company').nullable(),
  /** The deal that it stands on; `null` where it stands on something else. */
  dealId: idOutput('deal').nullable(),
};

/** What happens, besides the standard, to notes, tasks and deals. */
export const recordPayloads = {
  'note.mentioned': z.object({
    noteId: idOutput('note'),
    /** Who is named in it. */
    memberId: idOutput('member'),
    ...recordIds,
  }),
  'file.version_added': z.object({
    fileId: idOutput('file'),
    /** The number of the new version. */
    version: z.int(),
    ...recordIds,
  }),
  'file.harm_found': z.object({
    /** The file in which harmful content was found: nobody can open it. */
    fileId: idOutput('file'),
    ...recordIds,
  }),
  'file.link_created': z.object({
    fileId: idOutput('file'),
    fileLinkId: idOutput('fileLink'),
    ...recordIds,
  }),
  'file.link_opened': z.object({
    fileId: idOutput('file'),
    fileLinkId: idOutput('fileLink'),
    ...recordIds,
    /** How often the file was taken through this link by now. */
    opened: z.int(),
  }),
  'file.version_restored': z.object({
    fileId: idOutput('file'),
    /** The number of the version that is shown since. */
    version: z.int(),
    ...recordIds,
  }),
  'task.completed': z.object({
    taskId: idOutput('task'),
    /** The next one, where it comes again; `null` where it does not. */
    nextId: idOutput('task').nullable(),
    ...recordIds,
  }),
  'task.reopened': z.object({ taskId: idOutput('task'), ...recordIds }),
  'task.reminded': z.object({
    taskId: idOutput('task'),
    /** Who was written to. */
    memberId: idOutput('member'),
    ...recordIds,
  }),
  'lead.converted': z.object({
    leadId: idOutput('lead'),
    conversionId: idOutput('conversion'),
    /** What the conversion was. */
    kind: z.enum(conversionKinds),
    /** What a `custom` one is called; `null` of others. */
    name: z.string().nullable(),
  }),
  'lead.lost': z.object({
    leadId: idOutput('lead'),
    /** The loss among conversions; it says why. */
    conversionId: idOutput('conversion'),
  }),
  'deal.stage_changed': z.object({
    dealId: idOutput('deal'),
    /** The stage that it left, and the one it came to. */
    fromStageId: idOutput('pipelineStage'),
    toStageId: idOutput('pipelineStage'),
    /** What the two are called. */
    from: z.string(),
    to: z.string(),
  }),
  'deal.bulk_moved': z.object({
    /** The pipeline whose stages were removed. */
    pipelineId: idOutput('pipeline'),
    /** How many deals went from there to other stages of it. */
    count: z.int(),
  }),
  'deal.sorted': z.object({
    dealId: idOutput('deal'),
    /** The stage within which it has another place now. */
    stageId: idOutput('pipelineStage'),
  }),
  'deal.won': z.object({
    dealId: idOutput('deal'),
    /** Why; `null` where nobody said. */
    reason: z.string().nullable(),
  }),
  'deal.lost': z.object({
    dealId: idOutput('deal'),
    /** Why; `null` where nobody said. */
    reason: z.string().nullable(),
  }),
  'deal.reopened': z.object({
    dealId: idOutput('deal'),
  }),
} as const;
