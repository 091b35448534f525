import { z } from 'zod';
import { filterSchema } from '../filter/filter-schema.ts';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { pageInput } from '../page.ts';
import { leadFilter } from './lead.ts';

/** Fields of a lead that one value can be given to many of. */
export const bulkFields = [
  'firstName',
  'lastName',
  'company',
  'title',
  'department',
  'seniority',
  'phone',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
  'website',
  'language',
  'timeZone',
  'ownerId',
  'score',
  'lifecycle',
  'lawfulBasis',
  'lawfulBasisSource',
] as const;
/** What is done, and whether it can be taken back. */
export const bulkActionKinds = [
  'add_tags',
  'remove_tags',
  'set_field',
  'add_to_list',
  'remove_from_list',
  'archive',
  'restore',
  'delete',
  'enroll',
  'stop',
] as const;
export const undoableKinds: readonly string[] = bulkActionKinds.filter(
  (kind) => kind !== 'delete' && kind !== 'enroll' && kind !== 'stop',
);

const tags = z.array(oneLine().min(1).max(50)).min(1).max(20);
const fieldName = z.union([z.enum(bulkFields), z.string().regex(/^custom\.[a-z][a-z0-9_]{0,39}$/)]);

/** What is done to each of the leads. */
export const bulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add_tags'), tags }),
  z.strictObject({ kind: z.literal('remove_tags'), tags }),
  /** One field gets one value; `null` empties it. `custom.<key>` is a custom field. */
  z.strictObject({ kind: z.literal('set_field'), field: fieldName, value: z.unknown() }),
  z.strictObject({ kind: z.literal('add_to_list'), listId: idInput('list') }),
  z.strictObject({ kind: z.literal('remove_from_list'), listId: idInput('list') }),
  z.strictObject({ kind: z.literal('archive') }),
  z.strictObject({ kind: z.literal('restore') }),
  /** They are deleted for good, as by `leadDeletions.delete`; needs `lead.delete`. */
  z.strictObject({ kind: z.literal('delete'), suppress: z.boolean().default(false) }),
  /** They join a campaign that is running or paused. */
  z.strictObject({ kind: z.literal('enroll'), campaignId: idInput('campaign') }),
  /** Their way through a campaign ends for good. */
  z.strictObject({ kind: z.literal('stop'), campaignId: idInput('campaign') }),
]);

export const bulkStartInput = z.strictObject({
  /** Ids of leads, up to 10,000; left out, all that `filter` and `where` take. */
  ids: z.array(idInput('lead')).min(1).max(10_000).optional(),
  /** Which leads, as the list of leads takes it; without ids, filter and where all live ones. */
  filter: leadFilter.optional(),
  /** Which ones of these, in the language of filters. */
  where: filterSchema.optional(),
  /** Ids of leads that are left out of what a filter takes. */
  except: z.array(idInput('lead')).max(10_000).default([]),
  /** The most that it may be about; with more it is refused and nothing happens. `delete` by a filter needs it. */
  expected: z.int().min(1).optional(),
  /** What is done to each of them. */
  action: bulkAction,
});

export const bulkStates = ['running', 'completed', 'cancelled'] as const;
/** Why something was not done to a lead. */
export const bulkFaults = [
  'gone',
  'too_many_tags',
  'email_taken',
  'archived',
  'not_reachable',
  'suppressed',
  'excluded',
  'already_enrolled',
  'campaign_over',
  'sending',
  'merged',
] as const;
export type BulkFault = (typeof bulkFaults)[number];

export const bulkOperationOutput = z.object({
  id: idOutput('bulkOperation'),
  /** What is done; ids and values as they were given, `undo` where it takes another operation back. */
  action: z.object({
    /** Which action. */
    kind: z.enum([...bulkActionKinds, 'undo']),
    /** The tags that are given or taken off. */
    tags: z.array(z.string()).optional(),
    /** The field that is set. */
    field: z.string().optional(),
    /** The value that it gets; `null` empties it. */
    value: z.unknown().optional(),
    /** The list that leads are put on or taken off. */
    listId: z.string().optional(),
    /** Whether no mail goes to the addresses of those who are deleted. */
    suppress: z.boolean().optional(),
    /** The campaign that they join or leave. */
    campaignId: z.string().optional(),
  }),
  /** Where it stands; the last two are final. */
  state: z.enum(bulkStates),
  /** Leads that it is about, fixed when it was started. */
  total: z.int(),
  /** Leads that were looked at so far. */
  done: z.int(),
  /** Leads that it changed; the others were so already. */
  changed: z.int(),
  /** Leads that it could not be done to. */
  failed: z.int(),
  /** The first of them; all are in the file at `GET /bulk-operations/<id>/failures.csv` for a day. */
  failures: z.array(
    z.object({
      leadId: idOutput('lead'),
      /** Why, as a code. */
      code: z.enum(bulkFaults),
      /** Why, in plain words. */
      message: z.string(),
    }),
  ),
  /** The operation that it takes back; `null` for none. */
  undoOf: idOutput('bulkOperation').nullable(),
  /** Until when it can be taken back, ISO 8601 in UTC; `null` where it cannot, or was. */
  undoableUntil: z.iso.datetime().nullable(),
  /** Moment it was started, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** Moment it ended, however it did; `null` before. */
  finishedAt: z.iso.datetime().nullable(),
});
export const bulkIdInput = z.strictObject({ id: idInput('bulkOperation') });
export const bulkListInput = z.strictObject({ ...pageInput });

export type BulkStart = z.input<typeof bulkStartInput>;
export type BulkAction = z.output<typeof bulkAction>;
export type BulkOperation = z.infer<typeof bulkOperationOutput>;
