import { bulkAnswers } from './sample-bulk.ts';
import { exportAnswers } from './sample-exports.ts';
import { listAnswers } from './sample-lists.ts';
import { searchAnswers } from './sample-search.ts';
import { noItems } from './sample-pages.ts';
import { fileAnswers } from './sample-files.ts';
import { taskAnswers } from './sample-tasks.ts';
import { tagAnswers } from './sample-tags.ts';
import { teamAnswers } from './sample-teams.ts';

interface CrmSample {
  empty: boolean | undefined;
  /** How many leads there are. */
  total: number;
  /** What lies in the archive. */
  put: ReadonlySet<string>;
  archive: (input: { ids: string[] }) => unknown;
  restore: (input: { ids: string[] }) => unknown;
}

/** What the platform says of what leads are sorted by, and of what is done to many of them. */
export const crmAnswers = ({ empty, total, put, archive, restore }: CrmSample) => ({
  'customFields.list': noItems,
  'segments.list': noItems,
  ...bulkAnswers(total),
  ...exportAnswers(empty, total),
  ...tagAnswers(empty, put),
  ...teamAnswers(empty, put),
  'teams.archive': archive,
  'teams.restore': restore,
  ...listAnswers(empty, put),
  ...taskAnswers(empty),
  ...fileAnswers(empty),
  ...searchAnswers(empty),
  'tags.archive': archive,
  'tags.restore': restore,
  'lists.archive': archive,
  'lists.restore': restore,
});
