import { defineFeature } from '#kernel';
import { SetupSchema } from './setup.entity.ts';
import { setupPageRoute, setupRoute } from './setup-route.ts';

/** How an installation begins without the demo: its operator, its first person, its first key. */
export const setupFeature = defineFeature({
  name: 'setup',
  entities: [SetupSchema],
  routes: [setupPageRoute, setupRoute],
});

export { beginSetup, type SetupSecrets, type SetupWish } from './begin-setup.ts';
