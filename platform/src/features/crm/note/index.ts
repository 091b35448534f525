import { defineFeature } from '#kernel';
import { noteSearch } from './note-search.ts';
import { NoteMentionSchema, NoteSchema, noteRetention } from './note.entity.ts';
import { noteRouter } from './note.router.ts';
import { seedNotes } from './seed-notes.ts';

/** What people write down about leads, companies and deals, with the members they name in it. */
export const noteFeature = defineFeature({
  name: 'note',
  entities: [NoteSchema, NoteMentionSchema],
  searched: [noteSearch],
  router: noteRouter,
  retention: [noteRetention],
  seed: seedNotes,
});

export { mentionSample } from './mail-mentioned.ts';
export { noteRouter };
