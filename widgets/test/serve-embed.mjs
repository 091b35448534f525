import { readFileSync } from 'node:fs';

const built = new URL('../dist/embed/', import.meta.url);

/** Serves the bundle as the platform does, at `/embed/…`; `/embed/stale/v1.js` is a loader whose release is gone until it is asked again. */
export async function serveEmbed(context, next) {
  if (context.path === '/embed/stale/v1.js') {
    const { version } = JSON.parse(readFileSync(new URL('integrity.json', built), 'utf8'));
    const loader = readFileSync(new URL('v1.js', built), 'utf8');
    context.type = 'text/javascript';
    context.body = loader.replace(`./${version}/`, context.query.again ? `../${version}/` : './gone/');
    return;
  }
  if (context.path.startsWith('/embed/')) context.path = `/widgets/dist${context.path}`;
  await next();
}
