import { accountAnswers } from './sample-account.ts';
import { apiKeyAnswers } from './sample-keys.ts';
import { auditLogAnswers } from './sample-audit-log.ts';
import { domainAnswers } from './sample-domains.ts';
import { memberAnswers } from './sample-members.ts';
import { roleAnswers } from './sample-roles.ts';
import { settingsAnswers } from './sample-settings.ts';
import { treeAnswers } from './sample-tree.ts';

/** What the platform answers about people, keys, host names, settings and what was done. */
export const administrationAnswers = (isEmpty = false): Record<string, (input: never) => unknown> => ({
  ...memberAnswers(isEmpty),
  ...roleAnswers(isEmpty),
  ...accountAnswers(isEmpty),
  ...apiKeyAnswers(isEmpty),
  ...auditLogAnswers(isEmpty),
  ...domainAnswers(isEmpty),
  ...settingsAnswers(isEmpty),
  ...treeAnswers(isEmpty),
});
