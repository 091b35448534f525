import { join } from 'node:path';
import { settingsWidgets } from '@tabard/contract/widgets';
import { rolldown } from 'rolldown';

/** Elements of the settings: few pages hold one, so what they need is found by the runtime and weighs on no other page. */
const SELDOM = new Set<string>(settingsWidgets);

/** The loader for one place: `folder` is where the versioned files are, seen from it; `files` names those of each element. */
export async function bundleLoader(
  folder: string,
  files: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const elements = Object.fromEntries(
    Object.entries(files)
      .filter(([name]) => !SELDOM.has(name))
      .map(([name, all]) => [name, all.map((file) => file.replace(/\.js$/, '')).join(' ')]),
  );
  const bundle = await rolldown({
    cwd: join(import.meta.dirname, '..'),
    input: { v1: 'src/loader.ts' },
    platform: 'browser',
    transform: {
      target: 'es2022',
      define: { EMBED_FOLDER: JSON.stringify(folder), EMBED_ELEMENTS: JSON.stringify(elements) },
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'esm', minify: true, comments: false });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
