import { defineFeature } from '#kernel';
import { EmbedSessionSchema } from './embed-session.entity.ts';

/** The embed-session feature. */
export const embedSessionFeature = defineFeature({ name: 'embed-session', entities: [EmbedSessionSchema] });

export { EmbedSessionSchema };
