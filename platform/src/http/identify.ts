import { authenticate, type Caller, type Presented } from '#features/identity/session';
import { Failure } from '#kernel';
import { denyOrigin } from './cross-origin.ts';
import type { Exchange } from './exchange.ts';

/** The parts of a request that say who is calling. */
export function presentedIn({ app, request }: Exchange): Presented {
  const { authorization, origin } = request.headers;
  const workspace = request.headers['workspace-id'];
  // Browsers leave Origin out of plain GETs within one origin and say so here.
  const sameOrigin = request.headers['sec-fetch-site'] === 'same-origin';
  return {
    authorization,
    workspaceHeader: Array.isArray(workspace) ? workspace[0] : workspace,
    origin: origin ?? (sameOrigin ? new URL(app.config.http.publicUrl).origin : undefined),
  };
}

/** Finds out who is calling; a page that may not use its session cannot even read that. */
export async function identify(exchange: Exchange): Promise<Caller> {
  try {
    return await authenticate(exchange.app, presentedIn(exchange));
  } catch (error) {
    if (error instanceof Failure && error.code === 'auth.origin_not_allowed') denyOrigin(exchange);
    throw error;
  }
}
