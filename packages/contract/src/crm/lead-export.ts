import { z } from 'zod';
import { filterSchema } from '../filter/filter-schema.ts';
import { idInput, idOutput } from '../ids.ts';
import { oneLine } from '../one-line.ts';
import { pageInput } from '../page.ts';
import { leadFilter, leadNoun } from './lead.ts';
import { exportFormats, leadExportFaults, leadExportFields, leadExportStates } from './lead-export-words.ts';

export {
  exportFormats,
  leadExportFaults,
  leadExportFields,
  leadExportStates,
  mostSheetRows,
  type LeadExportFault,
  type LeadExportField,
} from './lead-export-words.ts';

/** A column of an export: a field of leads, or a custom field `custom.<key>`. */
const columnName = z.union([z.enum(leadExportFields), z.string().regex(/^custom\.[a-z][a-z0-9_]{0,39}$/)]);
const column = z.strictObject({
  /** What it holds, by a name that `columns` gives. */
  name: columnName,
  /** What stands above it; left out, what the field is called. */
  heading: oneLine().min(1).max(100).optional(),
});

export const leadExportStartInput = z.strictObject({
  /** Ids of leads, up to 10,000; left out, all that `filter` and `where` take. */
  ids: z.array(idInput('lead')).min(1).max(10_000).optional(),
  /** Which leads, as the list of leads takes it; without ids, filter and where all live ones. */
  filter: leadFilter.optional(),
  /** Which ones of these, in the language of filters. */
  where: filterSchema.optional(),
  /** Ids of leads that are left out of what a filter takes. */
  except: z.array(idInput('lead')).max(10_000).default([]),
  /** What the rows are sorted by, as the list of leads is. */
  sort: leadNoun.listInput.shape.sort,
  /** Which end comes first. */
  direction: leadNoun.listInput.shape.direction,
  /** The columns, in their order, each once. */
  columns: z.array(column).min(1).max(150),
  /** What the file is: text that every program reads, or a workbook with numbers and dates of their own. */
  format: z.enum(exportFormats).default('csv'),
  /** Whether a CSV file begins with the mark by which Excel knows that it is UTF-8. */
  mark: z.boolean().default(true),
});

export const leadExportOutput = z.object({
  id: idOutput('leadExport'),
  /** Whether the caller started it. */
  mine: z.boolean(),
  /** What the file is called. */
  fileName: z.string(),
  /** What the file is. */
  format: z.enum(exportFormats),
  /** Where it stands; the last three are final. */
  state: z.enum(leadExportStates),
  /** Names of the columns, in their order. */
  columns: z.array(z.string()),
  /** Leads that it was to hold when it was started. */
  total: z.int(),
  /** Leads that are written so far. */
  done: z.int(),
  /** Bytes of the file; `null` until it is there. */
  size: z.int().nullable(),
  /** Why it failed, as a code; `null` otherwise. */
  failure: z.enum(leadExportFaults).nullable(),
  /** Why it failed, in plain words; `null` otherwise. */
  error: z.string().nullable(),
  /** Until when the file is at `GET /exports/<id>/file`, ISO 8601 in UTC; `null` where there is none. */
  expiresAt: z.iso.datetime().nullable(),
  /** Moment it was started, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** Moment it ended, however it did; `null` before. */
  finishedAt: z.iso.datetime().nullable(),
});
export const leadExportIdInput = z.strictObject({ id: idInput('leadExport') });
export const leadExportListInput = z.strictObject({ ...pageInput });

export const leadExportColumnsOutput = z.object({
  /** All that can be exported, in the order of the screens, own fields last. */
  columns: z.array(
    z.object({
      /** Its name, to be given in `columns` of `start`. */
      name: z.string(),
      /** What it is called in English, or as the workspace calls its own field. */
      label: z.string(),
      /** Whether it is a field of the workspace's own. */
      custom: z.boolean(),
    }),
  ),
});

export type LeadExportStart = z.input<typeof leadExportStartInput>;
export type LeadExport = z.infer<typeof leadExportOutput>;
export type LeadExportColumns = z.infer<typeof leadExportColumnsOutput>;
