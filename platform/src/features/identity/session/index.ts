import { defineFeature } from '#kernel';
import { UserSessionSchema } from './user-session.entity.ts';

/** The session feature. */
export const sessionFeature = defineFeature({ name: 'session', entities: [UserSessionSchema] });

export { UserSessionSchema };
