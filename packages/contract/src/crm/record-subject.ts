import { z } from 'zod';
import { idInput } from '../ids.ts';

/** The nouns that people keep notes, activities and tasks on. */
export const recordNouns = ['lead', 'company', 'deal'] as const;
/** A noun that people keep notes, activities and tasks on. */
export type RecordNoun = (typeof recordNouns)[number];

const lead = z.strictObject({ noun: z.literal('lead'), id: idInput('lead') });
const company = z.strictObject({ noun: z.literal('company'), id: idInput('company') });

/** The record that a note, an activity or a task is about: a noun and the public id of one of its kind. */
export const recordSubject = z.discriminatedUnion('noun', [
  lead,
  company,
  z.strictObject({ noun: z.literal('deal'), id: idInput('deal') }),
]);

/** Who a deal is with: a lead or a company, by its public id. */
export const partySubject = z.discriminatedUnion('noun', [lead, company]);

/** The record that a note, an activity or a task is about. */
export interface RecordSubject {
  noun: RecordNoun;
  /** Public id of the record. */
  id: string;
}

/** Who a deal is with. */
export interface PartySubject extends RecordSubject {
  noun: Exclude<RecordNoun, 'deal'>;
}
