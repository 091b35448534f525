import type { App, RequestContext, RouteRequest } from '#kernel';

/** What is known of somebody who is not known yet. */
export const contextOf = (app: App, { host, ip, requestId, headers }: RouteRequest): RequestContext => ({
  app,
  requestId,
  ip,
  principal: null,
  workspaceId: null,
  domain: host.domain,
  userAgent: headers['user-agent'] ?? null,
  idempotencyKey: null,
});
