import { msg } from '@lit/localize';
import type { CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of companies. */
export const refusalWords: CodeWords = {
  'company.above_itself': () =>
    msg('A company cannot lie below itself or below one of its own subsidiaries. Choose another parent.'),
  'company_merge.not_undoable': () =>
    msg(
      'This merge cannot be taken back now: leads are still moving, it was taken back already, or one of the companies has changed since.',
    ),
};
