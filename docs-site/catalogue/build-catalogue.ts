import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = join(import.meta.dirname, '../public/catalogue');

/** The policy of a stage: nothing inline, nothing from elsewhere, Trusted Types. What runs here runs at the strictest host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html dompurify',
].join('; ');

/** Builds what live elements in the documentation need: a page for each, the stories as its script, and the controls around it. */
export async function buildCatalogue(
  elements: readonly { name: string; events: readonly { name: string }[] }[],
): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const shared = {
    outdir: out,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  } as const;
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(import.meta.dirname, 'stage.ts'), join(import.meta.dirname, 'stage.css')],
      splitting: true,
      chunkNames: 'chunk-[hash]',
      define: { 'process.env.NODE_ENV': '"production"' },
      tsconfig: join(import.meta.dirname, '../../widgets/tsconfig.json'),
    }),
    build({ ...shared, entryPoints: [join(import.meta.dirname, 'controls.ts')] }),
  ]);
  const page = (events: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Portal</title>
<link rel="stylesheet" href="/catalogue/stage.css">
<body data-events="${events}">
<main></main>
<script type="module" src="/catalogue/stage.js"></script>
</body>
</html>
`;
  await writeFile(join(out, 'kit.html'), page(''));
  for (const { name, events } of elements)
    await writeFile(join(out, `${name}.html`), page(events.map((event) => `acme-${event.name}`).join(' ')));
}

/** The contracts of elements and primitives, as the widgets' build left them. */
export async function readContracts<T>(): Promise<T> {
  const file = join(import.meta.dirname, '../../widgets/dist/contracts.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    throw new Error(
      'The contracts of the elements are missing: build the widgets first (pnpm --filter @tabard/widgets build).',
    );
  return JSON.parse(text) as T; // written by the same house
}
