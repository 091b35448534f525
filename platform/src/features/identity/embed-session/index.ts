import { defineFeature } from '#kernel';
import { EmbedSessionSchema, embedSessionRetention } from './embed-session.entity.ts';

/** A page's short-lived credential. */
export const embedSessionFeature = defineFeature({
  name: 'embed-session',
  entities: [EmbedSessionSchema],
  retention: [embedSessionRetention],
});

export { embedTokenPrefix, grantWidgets, normalizeOrigin, type WidgetGrants } from './embed-session.rules.ts';
export { embedSessionRouter } from './embed-session.router.ts';
export { endPersonPages } from './end-person-pages.ts';
export { endWorkspacePages } from './end-workspace-pages.ts';
export { insertEmbedSession } from './insert-embed-session.ts';
export { isEmbeddingOrigin } from './is-embedding-origin.ts';
export { membershipsOf, readMembershipsOf } from './memberships-of.ts';
export { isLocalOrigin, mayEmbed } from './may-embed.ts';
