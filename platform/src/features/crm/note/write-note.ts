import { fromPublicId } from '@tabard/contract';
import type { Note, noteCreateInput, noteNoun, notePinInput } from '@tabard/contract/crm/note';
import type { z } from 'zod';
import { authorOf, requireAuthor, settleSubject } from '#features/crm/record-subject';
import { changeOne, insertOne, lockOne, type WriteScope } from '#kernel';
import { readNote } from './list-notes.ts';
import { notes } from './note.entity.ts';
import { noteMentions } from './note-mentions.ts';

/** Writes a note about a record, and tells those who are named in it. */
export async function createNote(
  scope: WriteScope,
  { subject, ...input }: z.output<typeof noteCreateInput>,
): Promise<Note> {
  const on = await settleSubject(scope, subject);
  const { id: publicId } = await insertOne(notes, scope, { ...input, ...on, ...(await authorOf(scope)) });
  const id = fromPublicId('note', publicId)!; // made of one
  await noteMentions(scope, { id, text: input.text, ...on }, '');
  return readNote(scope, { id });
}

/** Changes what a note says. Those who are named in it for the first time are told. */
export async function updateNote(
  scope: WriteScope,
  { id, ...changes }: z.output<(typeof noteNoun)['updateInput']>,
): Promise<Note> {
  const known = await lockOne(notes, scope, id);
  await requireAuthor(scope, 'note', [id]);
  const isEdited = changes.text !== undefined && changes.text !== known.text;
  const before = known.text;
  await changeOne(notes, scope, known, { ...changes, ...(isEdited && { editedAt: new Date() }) });
  if (isEdited) await noteMentions(scope, known, before);
  return readNote(scope, { id });
}

/** Puts a note above the others, or back among them; whoever writes notes may. */
export async function pinNote(scope: WriteScope, { id, isPinned }: z.output<typeof notePinInput>): Promise<Note> {
  const known = await lockOne(notes, scope, id);
  await changeOne(notes, scope, known, { isPinned });
  return readNote(scope, { id });
}
