import { defineFeature } from '#kernel';
import { SetupSchema } from './setup.entity.ts';
import { setupLookRoute, setupPageRoute, setupRoute } from './setup-route.ts';

/** How an installation begins without the demo: its operator, its first person, its first key. */
export const setupFeature = defineFeature({
  name: 'setup',
  entities: [SetupSchema],
  routes: [setupPageRoute, setupLookRoute, setupRoute],
});

export { beginSetup, type SetupSecrets, type SetupWish } from './begin-setup.ts';
