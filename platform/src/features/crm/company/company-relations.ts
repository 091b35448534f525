import { companyRelations } from '@tabard/contract/crm/company-relations';
import { teamsOf } from '#features/identity/team';
import type { Related } from '#kernel';

/** Where what belongs to companies is read. */
export const relatedToCompanies: Related = {
  fields: companyRelations,
  columns: {
    ownerTeams: teamsOf('c.owner_id'),
    leads: {
      type: 'relation',
      sql: 'c.id',
      from: 'lead e where e.workspace_id = $1 and e.archived_at is null',
      owner: 'e.company_id',
      columns: {
        status: { type: 'choice', sql: 'e.status' },
        createdAt: { type: 'moment', sql: 'e.created_at' },
      },
    },
  },
};
