import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDatabase, startPostgres, type Postgres } from '@tabard/embedded';
import { watchForeignCpu } from './cpu-share.ts';

/** One file of measurements; `<name>.bench.ts` exports `name`, `title` and `run`. */
export interface Bench {
  name: string;
  /** One line for the list of benches. */
  title: string;
  run(harness: Harness): Promise<void>;
}

/** What must hold of a ratio (product to reference) or of the product's own figure. */
export interface Goal {
  of: 'ratio' | 'product';
  atLeast?: number;
  atMost?: number;
}

/** One line of the report. */
export interface Row {
  /** The goal's number in the design, such as `A1`. */
  id: string;
  what: string;
  unit: string;
  product: number;
  /** Absent where a figure stands for itself. */
  reference?: number;
  goal?: Goal;
  /**
   * Pairs that count, pairs thrown away, and the largest foreign share behind the figures (null where unknown). When none counts,
   * the figures are those of the quietest pairs and prove nothing.
   */
  runs?: { kept: number; thrown: number; foreign: number | null };
}

/** The medians of an alternating run. */
export interface Comparison {
  product: number;
  reference: number;
  runs: NonNullable<Row['runs']>;
}

export interface HarnessOptions {
  /** The large data sets. */
  full: boolean;
  /** Seconds a comparison waits for peace before what there is must do. */
  patience: number;
  log: (line: string) => void;
}

/** What a bench is given. */
export interface Harness extends HarnessOptions {
  /** A durable PostgreSQL of this run's own, with a new empty database; the superuser's URL. */
  database(name: string): Promise<string>;
  /** A folder of this run's own. */
  folder(): Promise<string>;
  /**
   * Measures product and reference in turns until five pairs (or `pairs`) were left in peace, and gives their medians. A pair
   * during which others took more than 12 % of the processors is thrown away.
   */
  alternate(sides: {
    product: () => Promise<number>;
    reference: () => Promise<number>;
    pairs?: number;
  }): Promise<Comparison>;
  report(row: Row): void;
  /** Done in the opposite order when the bench has ended. */
  defer(act: () => Promise<unknown>): void;
}

/** The share of the processors that others may take during a pair that counts. */
const foreignLimit = 0.12;

/** Makes a harness; `finish` ends everything it started. */
export function createHarness(options: HarnessOptions): { harness: Harness; rows: Row[]; finish: () => Promise<void> } {
  const rows: Row[] = [];
  const deferred: (() => Promise<unknown>)[] = [];
  const defer = (act: () => Promise<unknown>) => void deferred.push(act);
  let postgres: Promise<Postgres> | undefined;

  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'bench-'));
    defer(() => rm(path, { recursive: true, force: true }));
    return path;
  }
  async function start(): Promise<Postgres> {
    const dataDir = await folder();
    const server = await startPostgres({ dataDir, durable: true, removeAfterDeath: dataDir });
    defer(() => server.stop());
    return server;
  }

  const harness: Harness = {
    ...options,
    folder,
    defer,
    database: async (name) => createDatabase((await (postgres ??= start())).url, name),
    alternate: (sides) => alternate(sides, options),
    report: (row) => void rows.push(row),
  };
  return {
    harness,
    rows,
    async finish() {
      for (const act of deferred.splice(0).toReversed()) await act();
    },
  };
}

interface Pair {
  product: number;
  reference: number;
  foreign: number | null;
}

async function alternate(
  { product, reference, pairs = 5 }: Parameters<Harness['alternate']>[0],
  { patience, log }: HarnessOptions,
): Promise<Comparison> {
  const [kept, thrown]: [Pair[], Pair[]] = [[], []];
  const until = performance.now() + patience * 1000;
  for (let turn = 1; kept.length < pairs && (turn <= pairs || performance.now() < until); turn++) {
    await waitForPeace();
    const foreignShare = watchForeignCpu();
    // Who goes first changes, so that neither always meets what the other left behind.
    const first = turn % 2 === 0 ? await product() : undefined;
    const pair: Pair = { reference: await reference(), product: first ?? (await product()), foreign: foreignShare() };
    const loud = (pair.foreign ?? 0) > foreignLimit;
    (loud ? thrown : kept).push(pair);
    const foreign = pair.foreign === null ? '' : `, others took ${percent(pair.foreign)}`;
    log(`  ${format(pair.product)} : ${format(pair.reference)}${foreign}${loud ? ' (thrown away)' : ''}`);
  }
  // Without peace the quietest pairs give an idea, and the report says that they prove nothing.
  const counted =
    kept.length > 0 ? kept : thrown.toSorted((a, b) => (a.foreign ?? 0) - (b.foreign ?? 0)).slice(0, pairs);
  return {
    product: median(counted.map((pair) => pair.product)),
    reference: median(counted.map((pair) => pair.reference)),
    runs: {
      kept: kept.length,
      thrown: thrown.length,
      foreign: counted.some((pair) => pair.foreign === null)
        ? null
        : Math.max(...counted.map((pair) => pair.foreign ?? 0)),
    },
  };
}

/** Lets others finish what takes the processors just now, for at most four seconds. */
async function waitForPeace(): Promise<void> {
  for (let look = 0; look < 10; look++) {
    const foreignShare = watchForeignCpu();
    await sleep(400);
    if ((foreignShare() ?? 0) <= foreignLimit) return;
  }
}

/** The middle of a list; of an even one the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return Number.isInteger(middle) ? (low + (sorted[middle] ?? low)) / 2 : low;
}

/** A share in percent. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A figure with as many digits as mean something. */
export function format(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 6 : 3, maximumFractionDigits: 3 });
}
