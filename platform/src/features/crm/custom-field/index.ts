import { defineFeature } from '#kernel';
import { CustomFieldSchema } from './custom-field.entity.ts';
import { customFieldRouter } from './custom-field.router.ts';

/** Custom fields: what a workspace's own records hold besides what is described. */
export const customFieldFeature = defineFeature({
  name: 'customField',
  entities: [CustomFieldSchema],
  router: customFieldRouter,
});

export { checkCustomValues, customFilters, readCustomFields, type LiveField } from './read-custom-fields.ts';
export { customFieldRouter };
