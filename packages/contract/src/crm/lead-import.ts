import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { leadFields } from './lead.ts';

/** Where a column goes: a standard field, a custom field `custom.<key>`, `tags`, or nowhere. */
export const mappingTarget = z.union([
  z.enum(leadFields),
  z.literal('tags'),
  z.string().regex(/^custom\.[a-z][a-z0-9_]{0,39}$/),
]);
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const delimiters = [',', ';', '\t', '|'] as const;

/** A file is first sent as the raw body of `POST /uploads`, which answers `{ id, size }`. */
export const leadImportInspectInput = z.strictObject({ uploadId: idInput('upload') });
/** What was found in the file, with a mapping to start from: a target for each column in its order, `null` to leave out. */
export const leadImportInspectOutput = z.object({
  uploadId: idOutput('upload'),
  fileName: z.string(),
  size: z.int(),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()), suggestion: z.string().nullable() })),
  /** Exact for small files, an estimate for large ones. */
  estimatedRows: z.int(),
});

export const duplicatePolicies = ['skip', 'update', 'create'] as const;
export const leadImportStartInput = z.strictObject({
  uploadId: idInput('upload'),
  /**
   * A target for each column: a list in the order of the columns, which also tells two of the same name apart, or an object by
   * name. Columns left out, or set to `null`, are not imported. `email` must be mapped.
   */
  mapping: z.union([
    z.array(mappingTarget.nullable()).max(1000),
    z.record(z.string().max(300), mappingTarget.nullable()),
  ]),
  /**
   * What happens to a row whose email a live lead has: `skip` it, `update` that lead with the row's non-empty values,
   * or `create` a lead only where none exists, reporting the row as rejected.
   */
  duplicates: z.enum(duplicatePolicies).default('skip'),
  tags: z.array(oneLine().min(1).max(50)).max(20).default([]),
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
});
export const leadImportStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export const leadImportOutput = z.object({
  id: idOutput('leadImport'),
  fileName: z.string(),
  state: z.enum(leadImportStates),
  duplicates: z.enum(duplicatePolicies),
  /** 0 to 1. */
  progress: z.number(),
  rows: z.object({
    read: z.int(),
    created: z.int(),
    updated: z.int(),
    skipped: z.int(),
    rejected: z.int(),
  }),
  /** The first rejected rows; all of them are in the file at `GET /imports/<id>/rejected.csv`. */
  rejected: z.array(z.object({ line: z.int(), reason: z.string(), value: z.string() })),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export const leadImportGetInput = z.strictObject({ id: idInput('leadImport') });
export const leadImportListInput = z.strictObject({ ...pageInput });
export const leadImportCancelInput = z.strictObject({ id: idInput('leadImport') });

export type LeadImport = z.infer<typeof leadImportOutput>;
export type LeadImportInspection = z.infer<typeof leadImportInspectOutput>;
