import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const FONTS = {
  '/latin.woff2': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  '/latin-ext.woff2': '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  '/mono.woff2': '@fontsource/jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2',
  '/arabic.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2',
  '/arabic-strong.woff2': '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2',
};
/** The same letters on every machine: fonts come with the tests, for what is monospaced under a name that the theme asks for. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Portal</title>
<style>
@font-face{font-family:Inter;src:url(/latin.woff2);font-weight:100 900}
@font-face{font-family:Inter;src:url(/latin-ext.woff2);font-weight:100 900;unicode-range:U+0100-02BA,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB}
@font-face{font-family:SFMono-Regular;src:url(/mono.woff2)}
@font-face{font-family:"Noto Sans Arabic";src:url(/arabic.woff2);font-weight:400}
@font-face{font-family:"Noto Sans Arabic";src:url(/arabic-strong.woff2);font-weight:600}
</style><body><main></main><script type="module" src="/story-page.js"></script>`;
/** What runs in the browser: the stories; what looks for barriers; what compares pictures, in a page without stories. */
const SCRIPTS = ['story-page.ts', 'barrier-page.ts', 'picture-page.ts'];
const NOTHING = '<!doctype html><meta charset="utf-8"><title>Portal</title>';

/** Bundles all stories and what looks at them, and serves them on this computer until it is closed. */
export async function serveStories(): Promise<Server> {
  const { resolve } = createRequire(import.meta.url);
  const files = new Map<string, [type: string, body: string | Buffer]>([
    ['/', ['text/html', PAGE]],
    ['/nothing', ['text/html', NOTHING]],
    ['/axe.js', ['text/javascript', await readFile(resolve('axe-core/axe.min.js'))]],
  ]);
  for (const [path, name] of Object.entries(FONTS)) files.set(path, ['font/woff2', await readFile(resolve(name))]);
  for (const { path, text } of await bundle()) files.set(`/${basename(path)}`, ['text/javascript', text]);
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    if (file) response.setHeader('content-type', file[0]).end(file[1]);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** The pseudo-locale stands in front of the catalogue. */
async function bundle(): Promise<{ path: string; text: string }[]> {
  const { outputFiles } = await build({
    entryPoints: SCRIPTS.map((name) => join(import.meta.dirname, name)),
    outdir: import.meta.dirname,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: join(import.meta.dirname, '../../tsconfig.json'),
    plugins: [pseudoLocale],
  });
  return outputFiles;
}

const pseudoLocale: Plugin = {
  name: 'pseudo-locale',
  setup(builder) {
    const path = join(import.meta.dirname, 'pseudo-words.ts');
    builder.onResolve({ filter: /^@lit\/localize$/ }, ({ importer }) => (importer === path ? undefined : { path }));
  },
};
