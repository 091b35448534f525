import { join } from 'node:path';
import { arrows, deadCode, format, lint, nodeTypes, weight, widgetTypes } from './checks/by-tool.ts';
import type { Check } from './checks/check.ts';
import { doors } from './checks/doors.ts';
import { leaks } from './checks/leaks.ts';
import { names } from './checks/names.ts';
import { publishable } from './checks/packages.ts';
import { sizes } from './checks/sizes.ts';
import { tenancy } from './checks/tenancy.ts';
import { whiteLabel } from './checks/white-label.ts';
import { writes } from './checks/writes.ts';

/** `pnpm check [name...]`: one line for each check, details of the failed ones; `--remarks` also shows what is only worth a look. */
const root = join(import.meta.dirname, '../../..');

/** Quick and common mistakes first. */
const checks: Check[] = [
  format,
  names,
  sizes,
  doors,
  whiteLabel,
  writes,
  leaks,
  nodeTypes,
  widgetTypes,
  lint,
  arrows,
  deadCode,
  weight,
  tenancy,
  publishable('sdk'),
  publishable('widgets'),
];

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No check is called ${words.join(' ')}: there are ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

let failed = 0;
for (const check of chosen) {
  const began = performance.now();
  const { problems, remarks = [], skipped } = await check.run(root);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const remarked = remarks.length > 0 ? `, ${remarks.length} worth a look` : '';
  const outcome = problems.length > 0 ? 'FAILED' : skipped ? `skipped: ${skipped}` : `ok${remarked}`;
  console.log(`${check.name.padEnd(18)} ${outcome} (${seconds} s)`);
  for (const problem of problems) console.log(indent(problem));
  if (process.argv.includes('--remarks')) for (const remark of remarks) console.log(indent(remark));
  if (problems.length > 0) failed += 1;
}
console.log(failed > 0 ? `${failed} of ${chosen.length} checks failed` : `${chosen.length} checks hold`);
process.exitCode = failed > 0 ? 1 : 0;

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
