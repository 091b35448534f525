import { defineFeature } from '#kernel';
import { CustomFieldSchema } from './custom-field.entity.ts';
import { customFieldSnapshot } from './custom-field-snapshot.ts';
import { customFieldRouter } from './custom-field.router.ts';
import { removalSweep } from './removal-sweep.ts';
import { removeValuesJob } from './remove-values.job.ts';

/** Custom fields: what a workspace's own records hold besides what is described. */
export const customFieldFeature = defineFeature({
  name: 'customField',
  entities: [CustomFieldSchema],
  router: customFieldRouter,
  jobs: [removeValuesJob],
  services: [removalSweep],
  snapshots: [customFieldSnapshot],
});

export { customFilters, mergeCustomValues, readCustomFields, type LiveField } from './read-custom-fields.ts';
export { customFieldRouter };
