import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { describeNoun } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { cleanFileName, fileKinds, nameBytes, scanStates } from './file-words.ts';
import { recordSubject } from './record-subject.ts';

const nullable = { nullable: true } as const;
const readOnly = { readOnly: true } as const;

/** A name without folders, control characters and signs that turn its letters around; 255 bytes or fewer with its ending. */
const fileName = z
  .string()
  .max(4_000)
  .overwrite(cleanFileName)
  .min(1)
  .describe('What it is called; folders and invisible characters in it are left out.');

/** The most bytes that a file can have at all; installations set less. */
const mostBytes = 1_099_511_627_776;

/** A file that people keep with a lead, a company or a deal. */
export const fileNoun = describeNoun('file', {
  /** What it is called, with its ending. */
  name: field.like('text', fileName, { label: 'Name', max: nameBytes, search: true, sort: true, personal: true }),
  /** What it is, by its content. */
  kind: field.choice(fileKinds, { label: 'Kind', ...readOnly, filter: true }),
  /** Its media type, by its content, such as `application/pdf`. */
  mediaType: field.text({ label: 'Media type', max: 127, ...readOnly }),
  /** Its size in bytes. */
  size: field.amount({ label: 'Size', min: 0, max: mostBytes, ...readOnly, sort: true }),
  /** The number of the version that is shown; the first one is 1. */
  version: field.integer({ label: 'Version', ...readOnly }),
  /** What is known of harmful content: it can be opened where this is `clean` or `unscanned`. */
  scan: field.choice(scanStates, { label: 'Scan', ...readOnly, filter: true }),
  /** Whether there is a small picture of it. */
  hasThumbnail: field.boolean({ label: 'Thumbnail', ...readOnly }),
  /** The lead that it is kept with; `null` where it is kept with something else. */
  leadId: field.reference('lead', { label: 'Lead', ...nullable, ...readOnly, filter: true }),
  /** The company that it is kept with; `null` where it is kept with something else. */
  companyId: field.reference('company', { label: 'Company', ...nullable, ...readOnly, filter: true }),
  /** The deal that it is kept with; `null` where it is kept with something else. */
  dealId: field.reference('deal', { label: 'Deal', ...nullable, ...readOnly, filter: true }),
  /** How many versions are kept. */
  versions: field.integer({ label: 'Versions', computed: true }),
  /** Who added it, by the name that is known now; `null` for who is gone. */
  authorName: field.text({ label: 'Author', max: 200, ...nullable, computed: true }),
  /** What the record that it is kept with is called now. */
  recordName: field.text({ label: 'Record', max: 400, ...nullable, computed: true }),
});

export const fileOutput = fileNoun.output;
/** A file as callers see it. */
export type WorkspaceFile = z.infer<typeof fileOutput>;

export const fileListInput = fileNoun.listInput.extend({
  /** Only those of this record; of a company also those of companies that became part of it. */
  subject: recordSubject.optional(),
});
export const fileRenameInput = z.strictObject({ id: idInput('file'), name: fileName });

const length = z.int().min(0).max(mostBytes).describe('Its size in bytes.');
export const fileUploadInput = z.strictObject({
  name: fileName,
  length,
  /** The record that it is kept with: `noun` is lead, company or deal, `id` the id of one. */
  subject: recordSubject,
});
export const fileVersionInput = z.strictObject({
  /** The file that gets a new version. */
  id: idInput('file'),
  name: fileName,
  length,
});
export const fileUploadIdInput = z.strictObject({ id: idInput('fileUpload') });
export const fileUploadIdOutput = z.object({ id: idOutput('fileUpload') });
export const fileUploadOutput = z.object({
  id: idOutput('fileUpload'),
  /** How many bytes are there already: the next part begins with this one. */
  offset: z.int(),
  /** How many bytes there will be. */
  length: z.int(),
  /** The most bytes that one part has. */
  partBytes: z.int(),
  /** Moment after which it is gone unless it is finished, ISO 8601 in UTC. */
  expiresAt: z.iso.datetime(),
});
/** An upload that is not finished. */
export type FileUpload = z.infer<typeof fileUploadOutput>;

export const fileVersionOutput = z.object({
  /** Its number; the first one is 1. */
  version: z.int(),
  /** Whether it is the one that is shown. */
  isCurrent: z.boolean(),
  /** What its content is. */
  kind: z.enum(fileKinds),
  /** Its media type, by its content. */
  mediaType: z.string(),
  /** Its size in bytes. */
  size: z.int(),
  /** What is known of harmful content. */
  scan: z.enum(scanStates),
  /** Who added it, by the name that is known now; `null` for who is gone. */
  authorName: z.string().nullable(),
  /** Moment it was added, ISO 8601 in UTC. */
  createdAt: z.iso.datetime(),
});
/** One version of a file. */
export type FileVersion = z.infer<typeof fileVersionOutput>;
export const fileVersionsOutput = z.object({ items: z.array(fileVersionOutput) });
export const fileRestoreVersionInput = z.strictObject({
  id: idInput('file'),
  /** The number of the version that is shown from now on. */
  version: z.int().min(1).max(2_147_483_647),
});
export const fileQuotaOutput = z.object({
  /** Bytes that are kept, all versions and files in the bin among them, and what uploads have sent, each with the part that comes next. */
  used: z.int(),
  /** Bytes that the workspace may keep. */
  quota: z.int(),
  /** The most bytes that one file may have. */
  limit: z.int(),
});
