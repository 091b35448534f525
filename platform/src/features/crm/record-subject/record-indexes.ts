import { recordNouns } from '@tabard/contract/crm/record-subject';

/** The indexes by which a page of what stands on a lead, a company or a deal is read off in its order. */
export const recordIndexes = (table: string, order: string): object[] =>
  recordNouns.map((noun) => ({
    name: `${table}_of_${noun}`,
    expression: `create index "${table}_of_${noun}" on "${table}" ("workspace_id", "${noun}_id", "${order}", "id") where ${noun}_id is not null`,
  }));
