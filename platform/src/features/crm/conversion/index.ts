import { defineFeature } from '#kernel';
import { ConversionSchema } from './conversion.entity.ts';
import { forgetReasons } from './forget-reasons.ts';
import { conversionRouter } from './conversion.router.ts';
import { seedConversions } from './seed-conversions.ts';

/** Conversions: which leads became customers, what they brought, and which ones are lost. */
export const conversionFeature = defineFeature({
  name: 'conversion',
  entities: [ConversionSchema],
  router: conversionRouter,
  forgets: forgetReasons,
  seed: seedConversions,
});

export { conversionRouter };
