import { z } from 'zod';
import { idInput } from '../ids.ts';

/** The nouns that people keep notes, tasks and deals on. */
export const recordNouns = ['lead', 'company'] as const;
/** A noun that people keep notes, tasks and deals on. */
export type RecordNoun = (typeof recordNouns)[number];

/** The record that a note, a task or a deal is about: a noun and the public id of one of its kind. */
export const recordSubject = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('lead'), id: idInput('lead') }),
  z.strictObject({ noun: z.literal('company'), id: idInput('company') }),
]);

/** The record that a note, a task or a deal is about. */
export interface RecordSubject {
  noun: RecordNoun;
  /** Public id of the record. */
  id: string;
}
