import { noteCreateInput, noteListInput, noteNoun, noteOutput, notePinInput } from '@tabard/contract/crm/note';
import { pageOf } from '@tabard/contract';
import { companyOwnersOutput } from '@tabard/contract/crm/company';
import { z } from 'zod';
import { listOwners } from '#features/crm/company';
import { requireAuthor } from '#features/crm/record-subject';
import { archiveOf, countOf, restoreOf, router, workspaceMutation, workspaceQuery, type WriteScope } from '#kernel';
import type { Uuid } from '@tabard/contract';
import { listNotes, readNote } from './list-notes.ts';
import { notes } from './note.entity.ts';
import { createNote, pinNote, updateNote } from './write-note.ts';

const { read, write } = notes;
const prepare = (scope: WriteScope, ids: readonly Uuid[]) => requireAuthor(scope, 'note', ids);

export const noteRouter = router({
  /** Lists notes, newest first unless told otherwise. */
  list: workspaceQuery({ permission: read, input: noteListInput, output: pageOf(noteOutput), handler: listNotes }),
  /** Counts the notes that a filter takes. */
  count: countOf(notes),
  /** Gets one note. */
  get: workspaceQuery({ permission: read, input: noteNoun.idInput, output: noteOutput, handler: readNote }),
  /** Writes a note about a lead, a company or a deal. Members named in it as `@[mem_…]`, and all of a team named as `@[tea_…]`, are told by mail. */
  create: workspaceMutation({ permission: write, input: noteCreateInput, output: noteOutput, handler: createNote }),
  /** Changes the given fields of a note; who wrote it may, and who manages the workspace. Who is named for the first time is told. */
  update: workspaceMutation({
    permission: write,
    input: noteNoun.updateInput,
    output: noteOutput,
    handler: updateNote,
  }),
  /** Puts a note above the others of its record, or back among them. */
  pin: workspaceMutation({ permission: write, input: notePinInput, output: noteOutput, handler: pinNote }),
  /** Deletes up to 1,000 notes; for thirty days they can be restored. */
  archive: archiveOf(notes, { prepare }),
  /** Brings deleted notes back. */
  restore: restoreOf(notes, { prepare }),
  /** Lists who can be named in a note: people and teams. */
  people: workspaceQuery({
    permission: write,
    input: z.strictObject({}),
    output: companyOwnersOutput,
    handler: listOwners,
  }),
});
