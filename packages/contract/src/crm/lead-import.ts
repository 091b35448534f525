import { z } from 'zod';
import { oneLine } from '../one-line.ts';
import { idInput, idOutput } from '../ids.ts';
import { pageInput } from '../page.ts';
import { leadImportFields } from './lead.ts';

/** Where a column goes: a standard field (of `owner_id` the address of a member's account, or a member's id), a custom field `custom.<key>`, or nowhere. */
export const mappingTarget = z.union([z.enum(leadImportFields), z.string().regex(/^custom\.[a-z][a-z0-9_]{0,39}$/)]);
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const delimiters = [',', ';', '\t', '|'] as const;

/** How a file is to be read; what is left out, the file tells. */
const reading = {
  /** How its letters are written, in a text. */
  encoding: z.enum(encodings).optional(),
  /** What stands between two columns, in a text. */
  delimiter: z.enum(delimiters).optional(),
  /** The place of the sheet in a workbook, counted from 1; the first one when left out. */
  sheet: z.int().min(1).max(1000).optional(),
  /** The line that holds the headings, counted from 1: lines above it are left out. */
  headerRow: z.int().min(1).max(1000).optional(),
};

/** A file is first sent as the raw body of `POST /uploads`, which answers `{ id, size }`. */
export const leadImportInspectInput = z.strictObject({
  /** The file: the `id` that `POST /uploads` answered. */
  uploadId: idInput('upload'),
  ...reading,
});
/** What was found in the file, with a mapping to start from: a target for each column in its order, `null` to leave out. */
export const leadImportInspectOutput = z.object({
  uploadId: idOutput('upload'),
  /** The name it was uploaded with. */
  fileName: z.string(),
  /** Bytes. */
  size: z.int(),
  /** How its letters are written, as far as its beginning tells. */
  encoding: z.enum(encodings),
  /** What stands between two columns. */
  delimiter: z.enum(delimiters),
  /** The names of the sheets of a workbook, in their order; none for a text. */
  sheets: z.array(z.string()),
  /** The place of the sheet that was read, counted from 1; `null` for a text. */
  sheet: z.int().nullable(),
  /** The line that the headings were read from. */
  headerRow: z.int(),
  /** Its columns, in their order. */
  columns: z.array(
    z.object({
      /** Its heading. */
      name: z.string(),
      /** Up to five of its first values that are not empty. */
      samples: z.array(z.string()),
      /** Where it seems to go, to be given in `mapping`; `null` to leave it out. */
      suggestion: z.string().nullable(),
    }),
  ),
  /** Rows below the heading: exact for small files, an estimate for large ones. */
  estimatedRows: z.int(),
});

export const duplicatePolicies = ['skip', 'update', 'create'] as const;
export const leadImportStartInput = z.strictObject({
  /** The file: the `id` that `POST /uploads` answered. */
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
  /** Tags for every lead that the import makes or updates. */
  tags: z.array(oneLine().min(1).max(50)).max(20).default([]),
  /** A list that the leads of the file are put on: those it makes, updates, and skips because they are there. */
  listId: idInput('list').optional(),
  ...reading,
});
/** Why a row is not taken. */
export const rowFaults = [
  'too_wide',
  'required',
  'not_email',
  'too_long',
  'too_many',
  'unknown_zone',
  'wrong_value',
  'email_taken',
] as const;
/** What stands before the cells of a row in the file of rejected rows: why it is there, in words and as in `rejected`. */
export const rejectedColumns = ['line', 'reason', 'code', 'field', 'limit'] as const;
/** Why a file is neither CSV nor a workbook, or an import came to nothing. */
export const fileFaults = [
  'quote_open',
  'quote_followed',
  'row_too_long',
  'line_too_long',
  'not_text',
  'encoding_changes',
  'no_header',
  'not_workbook',
  'workbook_locked',
  'workbook_too_large',
  'too_many_columns',
  'no_sheet',
  'unexpected',
] as const;
export const leadImportStates = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export const leadImportOutput = z.object({
  id: idOutput('leadImport'),
  /** The name it was uploaded with. */
  fileName: z.string(),
  /** Where it stands; the last three are final. */
  state: z.enum(leadImportStates),
  /** What happens to a row whose email a live lead has, as it was given at the start. */
  duplicates: z.enum(duplicatePolicies),
  /** The part of the file that is done, 0 to 1. */
  progress: z.number(),
  /** What became of its rows so far. */
  rows: z.object({
    /** Rows read. */
    read: z.int(),
    /** Leads made. */
    created: z.int(),
    /** Rows whose values went into a lead that was there. */
    updated: z.int(),
    /** Rows left alone, because a lead has their email. */
    skipped: z.int(),
    /** Rows that could not be taken. */
    rejected: z.int(),
  }),
  /**
   * The first rejected rows; all of them are in the file at `GET /imports/<id>/rejected.csv`, with `line`, `reason`, `code`, `field` and
   * `limit` before their own cells.
   */
  rejected: z.array(
    z.object({
      /** Line of the file, counted from 1. */
      line: z.int(),
      /** Why it was not taken, in plain words. */
      reason: z.string(),
      /** The value at fault. */
      value: z.string(),
      /** The same as a code, to be told in another language; `null` in imports from before there were any. */
      code: z.enum(rowFaults).nullable(),
      /** The target of the column it stands in, such as `time_zone`; `null` where it is about the whole row. */
      field: z.string().nullable(),
      /** How many characters, tags or columns it may have, where that is what is wrong. */
      limit: z.int().nullable(),
    }),
  ),
  /** Why it failed, in plain words; `null` otherwise. */
  error: z.string().nullable(),
  /** The same as a code, to be told in another language; `null` where it did not fail, or before there were any. */
  failure: z
    .object({
      code: z.enum(fileFaults),
      /** Line of the file where it is, counted from 1; `null` where it is about the whole. */
      line: z.int().nullable(),
    })
    .nullable(),
  /** Moment it was started, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
  /** Moment it ended, however it did; `null` before. */
  finishedAt: z.iso.datetime().nullable(),
});
export const leadImportGetInput = z.strictObject({ id: idInput('leadImport') });
export const leadImportListInput = z.strictObject({ ...pageInput });
export const leadImportCancelInput = z.strictObject({ id: idInput('leadImport') });

export type LeadImport = z.infer<typeof leadImportOutput>;
export type RowFault = (typeof rowFaults)[number];
export type FileFault = (typeof fileFaults)[number];
export type LeadImportInspection = z.infer<typeof leadImportInspectOutput>;
