import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { companyOutput } from './company.ts';
import { mergeableFields } from './company-words.ts';

const two = {
  /** The company that stays. */
  id: idInput('company'),
  /** The company that becomes part of it. */
  otherId: idInput('company'),
};
export const companyMergePreviewInput = z.strictObject(two);
export const companyMergeInput = z.strictObject({
  ...two,
  /** Fields that are taken from the other one; left out: those that are empty in the one that stays. */
  take: z.array(z.enum(mergeableFields)).max(mergeableFields.length).optional(),
});
export const companyMergePreviewOutput = z.object({
  /** The company that stays, as it is now. */
  company: companyOutput,
  /** The company that becomes part of it. */
  other: companyOutput,
  /** Names of the fields in which they differ. */
  differing: z.array(z.enum(mergeableFields)),
  /** Leads of the other one, live and archived, which come along. */
  leads: z.int(),
  /** Companies right below the other one, which come along. */
  children: z.int(),
  /** Domains that the one that stays will have. */
  domains: z.array(z.string()),
});
export const companyMergeOutput = z.object({
  id: idOutput('companyMerge'),
  /** The company that stays, as it is now. */
  company: companyOutput,
  /** Leads that have come along so far. */
  moved: z.int(),
  /** `running` while leads still come along, then `completed`. */
  state: z.enum(['running', 'completed']),
});
export const companyMergeUndoInput = z.strictObject({ id: idInput('companyMerge') });
/** A merge that can be taken back. */
export const companyMergeItem = z.object({
  id: idOutput('companyMerge'),
  companyId: idOutput('company'),
  otherId: idOutput('company'),
  /** What the other one was called. */
  otherName: z.string(),
  /** Leads that have come along so far. */
  moved: z.int(),
  /** `running`, `completed` or `undone`. */
  state: z.enum(['running', 'completed', 'undone']),
  createdAt: z.iso.datetime(),
});
export const companyMergeListInput = z.strictObject({
  /** The company that stayed. */
  companyId: idInput('company'),
});
export const companyMergeListOutput = z.object({
  /** The newest first; up to 50. */
  items: z.array(companyMergeItem),
});
export type CompanyMergePreview = z.infer<typeof companyMergePreviewOutput>;
export type CompanyMergeItem = z.infer<typeof companyMergeItem>;
