import { defineFeature } from '#kernel';
import { suppressionCarried } from './suppression-carried.ts';
import { SuppressionSchema } from './suppression.entity.ts';
import { suppressionRouter } from './suppression.router.ts';

/** Suppressions: the addresses that are not contacted. */
export const suppressionFeature = defineFeature({
  name: 'suppression',
  entities: [SuppressionSchema],
  router: suppressionRouter,
  carried: [suppressionCarried],
});

export { addressHash } from './address-hash.ts';
export { isSuppressed } from './is-suppressed.ts';
export { suppressAddress, suppressHash, type SuppressAddressInput } from './suppress-address.ts';
export { suppressionRouter };
