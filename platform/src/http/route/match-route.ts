import { fail, type Route } from '#kernel';

/** The route of an address and what its `:name` segments matched. */
export interface Match {
  route: Route;
  params: Record<string, string>;
}

/** Makes the function that finds a route; a known path with another method is told apart from an unknown one. */
export function matchRoutes(routes: readonly Route[]): (method: string, path: string) => Match | null {
  const table = routes.map((route) => ({ route, segments: route.path.split('/') }));
  return (method, path) => {
    const given = path.split('/');
    let known = false;
    for (const { route, segments } of table) {
      const params = matchSegments(segments, given);
      if (!params) continue;
      known = true;
      if (route.method === method || (route.method === 'GET' && method === 'HEAD')) return { route, params };
    }
    return known ? fail('request.method_not_allowed') : null;
  };
}

function matchSegments(segments: string[], given: string[]): Record<string, string> | null {
  if (segments.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    if (!segment.startsWith(':')) {
      if (segment !== value) return null;
      continue;
    }
    if (value === '') return null;
    try {
      params[segment.slice(1)] = decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return params;
}
