import { globSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const widgets = dirname(import.meta.dirname);
/** Tells by the names of files who calls; bundled, they are gone. */
const BY_THEMSELVES = new Set(['test/core-host.test.ts']);

let bundled;

/** Serves each file of tests with what it imports in a few files that all of them share: a page of its own asked for six hundred modules, one by one. */
export async function serveTests(context, next) {
  if (!/^\/widgets\/test\/[\w.-]+\.(?:ts|js|js\.map)$/.test(context.path)) return next();
  bundled ??= bundleTests();
  const text = (await bundled).get(context.path);
  if (text === undefined) return next();
  context.type = 'text/javascript';
  context.body = text;
}

async function bundleTests() {
  const files = globSync('test/*.test.ts', { cwd: widgets }).filter((file) => !BY_THEMSELVES.has(file));
  const { outputFiles } = await build({
    entryPoints: files,
    absWorkingDir: widgets,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: 'test',
    entryNames: '[name]',
    // Read when something fails; within the code they would be two thirds of what each page loads.
    sourcemap: 'linked',
    sourcesContent: false,
    write: false,
    tsconfig: 'tsconfig.json',
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const url = `/widgets/${relative(widgets, resolve(path))}`;
      return [url.replace(/\.test\.js$/, '.test.ts'), text];
    }),
  );
}
