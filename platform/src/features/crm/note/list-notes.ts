import type { Note, noteListInput } from '@tabard/contract/crm/note';
import type { Page, Uuid } from '@tabard/contract';
import type { z } from 'zod';
import { aboutSubject, withAuthor } from '#features/crm/record-subject';
import { fail, listRows, readOne, type ReadScope } from '#kernel';
import { notes } from './note.entity.ts';

/** Notes by filter, the newest first unless told otherwise. */
export function listNotes(scope: ReadScope, input: z.output<typeof noteListInput>): Promise<Page<Note>> {
  const { subject, ...rest } = input;
  const usual = { inOrder: subject === undefined, within: aboutSubject('n', subject) };
  return listRows(notes, scope, rest, usual, withAuthor(notes, scope.principal));
}

/** One note, live or deleted. */
export async function readNote(scope: ReadScope, { id }: { id: Uuid }): Promise<Note> {
  const more = withAuthor(notes, scope.principal);
  const row = await readOne(notes, scope, id, more);
  return row ? more.shape(row) : fail('note.not_found');
}
