import type { EntitySchema } from '@mikro-orm/core';
import { EventHeadSchema, EventSchema, IdempotencyRecordSchema } from '#kernel';
import { organizationFeature } from './identity/organization/index.ts';
import { userFeature } from './identity/user/index.ts';
import { workspaceFeature } from './identity/workspace/index.ts';

/** Every noun, from the bottom up: a feature may use the doors of those above it in this list, never of those below. */
export const features = [organizationFeature, workspaceFeature, userFeature] as const;

/** Every table of the platform. */
export const entities: readonly EntitySchema[] = [
  EventSchema,
  EventHeadSchema,
  IdempotencyRecordSchema,
  ...features.flatMap((feature) => feature.entities ?? []),
];
