#!/usr/bin/env node
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ElementContract } from './element-contract.ts';
import { toAngular } from './to-angular.ts';
import { toVsCodeData, toWebTypes } from './to-editor-data.ts';
import { toManifest } from './to-manifest.ts';
import { writeGuide } from './write-guide.ts';

/**
 * The command of the package: writes what tools need in files, under the agency's prefix.
 * `outreach-elements --prefix acme [--out folder] [vscode] [web-types] [manifest] [llms] [angular]`; all of them when none is named.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { prefix: { type: 'string' }, out: { type: 'string', default: '.' } },
});
const prefix = values.prefix ?? '';
const here = import.meta.dirname;
const { elements } = JSON.parse(await readFile(join(here, 'contracts.json'), 'utf8')) as {
  elements: ElementContract[];
}; // written by the same build
const { version } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8')) as { version: string };

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const writers: Record<string, [file: string, write: () => string]> = {
  vscode: [`.vscode/${prefix}.html-data.json`, () => json(toVsCodeData(elements, prefix))],
  'web-types': [`${prefix}.web-types.json`, () => json(toWebTypes(elements, prefix, version))],
  manifest: [`${prefix}.custom-elements.json`, () => json(toManifest(elements, prefix))],
  llms: [`${prefix}.llms.txt`, () => writeGuide(elements, prefix)],
  angular: [`${prefix}-elements.ts`, () => toAngular(elements, prefix)],
};

const wanted = positionals.length ? positionals : Object.keys(writers);
const unknown = wanted.find((name) => !Object.hasOwn(writers, name));
if (!/^[a-z][a-z0-9]{0,29}$/.test(prefix) || unknown) {
  console.error(
    unknown
      ? `There is nothing called "${unknown}" to write. Name some of: ${Object.keys(writers).join(', ')}.`
      : 'Give your prefix: outreach-elements --prefix acme. It has 1 to 30 lower-case letters or digits, a letter first.',
  );
  process.exit(1);
}
for (const name of wanted) {
  const [file, write] = writers[name]!; // checked above
  const path = join(values.out, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, write());
  console.log(path);
}
