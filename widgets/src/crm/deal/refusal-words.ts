import { msg } from '@lit/localize';
import { addCodeWords, type CodeWords } from '../../base/code-words.ts';

/** What the platform refuses of deals and pipelines. */
const refusalWords: CodeWords = {
  'deal.moved': () => msg('Somebody else moved this deal meanwhile. Look where it is now.'),
  'deal.changed': () => msg('Somebody else changed this deal meanwhile. Look at it as it is now.'),
  'deal.archived': () => msg('This deal is in the archive. Restore it before you change it.'),
  'deal.fields_missing': () => msg('This stage needs more to be known of a deal. Open it and fill what is missing.'),
  'pipeline.stage_in_use': () => msg('There are deals in a stage that is removed. Say where they go.'),
  'pipeline.last': () => msg('This is the last pipeline. Make another one before you archive it.'),
  'pipeline.too_many': () => msg('There are 50 pipelines here already. Archive those that nobody needs.'),
  'deal_reason.name_taken': () => msg('Another reason has this name, maybe an archived one. Choose another name.'),
};

/** Learns what is said then. */
export const learnRefusals = (): void => addCodeWords(refusalWords);
