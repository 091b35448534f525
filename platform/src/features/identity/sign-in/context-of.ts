import type { App, RequestContext, RouteRequest } from '#kernel';

/** What is known of somebody who is not known yet. */
export const contextOf = (app: App, { ip, requestId, headers }: RouteRequest): RequestContext => ({
  app,
  requestId,
  ip,
  principal: null,
  workspaceId: null,
  userAgent: headers['user-agent'] ?? null,
  idempotencyKey: null,
});
