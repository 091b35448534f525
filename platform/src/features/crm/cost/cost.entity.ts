import { costNoun } from '@tabard/contract/crm/cost';
import { listIndexes, storeOf, tableOf } from '#kernel';

/** TODO: say what a cost is. */
export const CostSchema = tableOf(costNoun, { indexes: listIndexes(costNoun) });

/** Where costs are kept. */
export const costs = storeOf(costNoun, CostSchema, { alias: 't' });
