import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { arrows, deadCode, format, lint, nodeTypes, bundleSize, widgetTypes } from './checks/by-tool.ts';
import type { Check, Findings } from './checks/check.ts';
import { entryPoints } from './checks/entry-points.ts';
import { leaks } from './checks/leaks.ts';
import { names } from './checks/names.ts';
import { publishable } from './checks/packages.ts';
import { sizes } from './checks/sizes.ts';
import { tenancy } from './checks/tenancy.ts';
import { whiteLabel } from './checks/white-label.ts';
import { translations } from './checks/translations.ts';
import { writes } from './checks/writes.ts';
import { listChanged } from './testing/changed-files.ts';

/**
 * `npm run check -- [name...]`: one line for each check, details of the failed ones; `--remarks` also shows what is only worth a look.
 * `--changed` judges only what differs from where the branch left main, wherever a rule is about one file at a time.
 */
const root = join(import.meta.dirname, '../../..');

/** Quick and common mistakes first. */
const checks: Check[] = [
  format,
  names,
  sizes,
  entryPoints,
  whiteLabel,
  writes,
  translations,
  leaks,
  nodeTypes,
  widgetTypes,
  lint,
  arrows,
  deadCode,
  bundleSize,
  tenancy,
  publishable('sdk'),
  publishable('widgets'),
];

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { remarks: { type: 'boolean' }, changed: { type: 'boolean' } },
});
const chosen = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No check is called ${words.join(' ')}: there are ${checks.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const changed = values.changed ? new Set(listChanged(root)) : undefined;

let failed = 0;
// Tools that use every core are in the same queue as those that use one.
const outcomes = runSideBySide(chosen, availableParallelism());
for (const outcome of outcomes) {
  const { check, seconds, findings } = await outcome;
  const { problems, remarks = [], skipped } = findings;
  const remarked = remarks.length > 0 ? `, ${remarks.length} worth a look` : '';
  const words = problems.length > 0 ? 'FAILED' : skipped ? `skipped: ${skipped}` : `ok${remarked}`;
  console.log(`${check.name.padEnd(18)} ${words} (${seconds.toFixed(1)} s)`);
  for (const problem of problems) console.log(indent(problem));
  if (values.remarks) for (const remark of remarks) console.log(indent(remark));
  if (problems.length > 0) failed += 1;
}
console.log(failed > 0 ? `${failed} of ${chosen.length} checks failed` : `${chosen.length} checks hold`);
process.exitCode = failed > 0 ? 1 : 0;

interface Outcome {
  check: Check;
  seconds: number;
  findings: Findings;
}

/** Starts the checks in their order, a few at a time; each has its outcome as soon as it is there. */
function runSideBySide(queue: readonly Check[], width: number): Promise<Outcome>[] {
  const running: Promise<Outcome>[] = [];
  for (const check of queue) {
    // One begins when all but a few of those before it have ended.
    const before = running.map((one) => one.catch(() => {}));
    running.push(roomAmong(before, width).then(() => judge(check)));
  }
  return running;
}

/** Resolves when fewer than `width` of these are still under way. */
function roomAmong(work: readonly Promise<unknown>[], width: number): Promise<void> {
  let open = work.length;
  if (open < width) return Promise.resolve();
  return new Promise((resolve) => {
    for (const one of work) void one.then(() => --open < width && resolve());
  });
}

async function judge(check: Check): Promise<Outcome> {
  const began = performance.now();
  const findings = await check.run(root, changed);
  return { check, seconds: (performance.now() - began) / 1000, findings };
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
