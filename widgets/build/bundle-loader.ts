import { join } from 'node:path';
import { widgets } from '@tabard/contract/widgets';
import { rolldown } from 'rolldown';

/**
 * Pages of what is set up once, and of figures for whoever leads: few pages hold one, so what they need is found by the runtime and weighs
 * on no other page.
 */
const SELDOM = new Set<string>([
  ...Object.entries(widgets).flatMap(([name, { page }]) =>
    page?.group === 'settings' || page?.group === 'setup' ? [name] : [],
  ),
  'agency-overview',
  'cost-list',
  'deal-forecast',
  'return-report',
]);

/** The loader for one place: `folder` is where the versioned files are, seen from it; `files` names those of each element. */
export async function bundleLoader(
  folder: string,
  files: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const shown = Object.entries(files).filter(([name]) => !SELDOM.has(name));
  const uses = new Map<string, number>();
  for (const file of shown.flatMap(([, all]) => all)) uses.set(file, (uses.get(file) ?? 0) + 1);
  // What most have in common stands in one order, so that it packs well.
  const order = (a: string, b: string): number => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (a < b ? -1 : 1);
  const elements = Object.fromEntries(
    shown.map(([name, [own = '', ...rest]]) => [
      name,
      [own, ...rest.toSorted(order)].map((file) => file.replace(/\.js$/, '')).join(' '),
    ]),
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
