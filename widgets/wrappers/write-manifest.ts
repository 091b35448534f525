import { leadNoun } from '@tabard/contract';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeElements } from './analyze-elements.ts';
import { toManifest } from './to-manifest.ts';
import { writeElements } from './write-elements.ts';
import { writeFilterTable } from './write-filter-table.ts';
import { writeLabels } from './write-labels.ts';
import { writeLoaders, writePages, writeShown, writeStale } from './write-widgets.ts';
import { writeOptions } from './write-options.ts';

/** `pnpm manifest`: reads the elements and writes their manifest, their contracts for the docs, the types of the wrappers, and the labels of fields. */
const root = join(import.meta.dirname, '..');
const { elements, kit, program } = analyzeElements();
const write = (path: string, value: unknown): void =>
  writeFileSync(join(root, path), typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);
mkdirSync(join(root, 'dist'), { recursive: true });
write('dist/custom-elements.json', toManifest(elements));
write('dist/contracts.json', { elements, kit });
const sources = {
  'src/wrappers/elements.ts': writeElements(elements),
  'src/wrappers/options.ts': writeOptions(program),
  'src/core/widget-loaders.ts': writeLoaders(root),
  'src/core/shown-places.ts': writeShown(),
  'src/core/stale-answers.ts': writeStale(),
  'src/app/widget-pages.ts': writePages(root),
  'src/crm/lead-field-labels.ts': writeLabels(leadNoun),
  'src/crm/lead-filter-table.ts': writeFilterTable(leadNoun),
};
for (const [path, text] of Object.entries(sources)) write(path, text);
execFileSync(join(root, '../node_modules/.bin/oxfmt'), Object.keys(sources), { cwd: root, stdio: 'inherit' });
