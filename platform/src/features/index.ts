import type { EntitySchema } from '@mikro-orm/core';
import { EventHeadSchema, EventSchema, IdempotencyRecordSchema } from '#kernel';
import { apiKeyFeature } from './identity/api-key/index.ts';
import { embedSessionFeature } from './identity/embed-session/index.ts';
import { organizationFeature } from './identity/organization/index.ts';
import { sessionFeature } from './identity/session/index.ts';
import { userFeature } from './identity/user/index.ts';
import { workspaceFeature } from './identity/workspace/index.ts';

/** Every noun, from the bottom up: a feature may use the doors of those above it in this list, never of those below. */
export const features = [
  organizationFeature,
  workspaceFeature,
  userFeature,
  apiKeyFeature,
  embedSessionFeature,
  sessionFeature,
] as const;

/** Every table of the platform. */
export const entities: readonly EntitySchema[] = [
  EventSchema,
  EventHeadSchema,
  IdempotencyRecordSchema,
  ...features.flatMap((feature) => feature.entities ?? []),
];
