import { snakeCase } from '@tabard/contract/letter-case';
import { leadLabels } from './lead-field-labels.ts';

const labels = new Map(Object.entries(leadLabels).map(([field, label]) => [snakeCase(field), label]));

/** The fields that a column of a file can go to, as a mapping names them. */
export const importTargets: readonly string[] = [...labels.keys()];

/** What a merge field or an import target is called on screen; undefined for custom fields. */
export const fieldLabel = (field: string): string | undefined => labels.get(field)?.();
