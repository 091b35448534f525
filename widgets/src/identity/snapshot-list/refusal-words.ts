import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses here, and what to do. */
export const refusalWords: CodeWords = {
  'snapshot.document_invalid': () =>
    msg('This file is no snapshot that can be used here. Download one anew and add that.'),
  'snapshot.in_use': () => msg('It is being rolled out right now. Wait until that is done, then delete it.'),
  'snapshot.too_many': () => msg('There are 500 snapshots already. Delete those that nobody needs.'),
  'snapshot_roll_out.not_last': () => msg('Only what was rolled out last, and is done, can be taken back.'),
};
