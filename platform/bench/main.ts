import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createHarness, type Bench, type Row } from './harness.ts';
import { jsonOf, tableOf, verdictOf } from './report.ts';

/** `npm run bench -- [name…] [--full] [--json] [--patience <seconds>]`: measures, prints a table, and ends with 1 when a goal is missed. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: 'boolean' },
    json: { type: 'boolean' },
    list: { type: 'boolean' },
    patience: { type: 'string', default: '150' },
  },
});

const files = new Map(
  globSync('*.bench.ts', { cwd: import.meta.dirname })
    .toSorted()
    .map((file) => [basename(file, '.bench.ts'), file]),
);
const unknown = positionals.filter((name) => !files.has(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${[...files.keys()].join(', ')}.`);
  process.exit(2);
}

const log = (line: string) => console.error(line);
const all: Row[] = [];
for (const [name, file] of files) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const bench = (await import(`./${file}`)) as Bench; // every *.bench.ts exports a Bench
  if (values.list) {
    console.log(`${name.padEnd(14)} ${bench.title}`);
    continue;
  }
  log(`${bench.name}: ${bench.title}`);
  const { harness, rows, finish } = createHarness({
    full: values.full ?? false,
    patience: Number(values.patience) || 0,
    log,
  });
  // Servers of a bench that was called off must not go on to take others' processors.
  const callOff = () => void finish().finally(() => process.exit(130));
  process.once('SIGINT', callOff).once('SIGTERM', callOff);
  try {
    await bench.run(harness);
  } catch (error) {
    log(`  ${name} broke off: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  } finally {
    process.off('SIGINT', callOff).off('SIGTERM', callOff);
    await finish();
  }
  all.push(...rows);
}
if (!values.list) console.log(values.json ? jsonOf(all) : tableOf(all));
if (all.some((row) => verdictOf(row) === 'missed')) process.exitCode = 1;
