import type { FilterFields } from '../filter/filter.ts';
import { leadStatuses } from './lead.ts';

/** What filters can ask of all that belongs to a company. */
export const companyRelations = {
  /** The teams that its owner is in. */
  ownerTeams: { type: 'references', prefix: 'tea' },
  /** Its live leads. */
  leads: {
    type: 'relation',
    fields: {
      status: { type: 'choice', options: leadStatuses },
      createdAt: { type: 'moment' },
    },
  },
} as const satisfies FilterFields;
