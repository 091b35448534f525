import { format, percent, type Goal, type Row } from './harness.ts';

export type Verdict = 'met' | 'missed' | 'no goal' | 'too loud';

/** Product to reference. */
function ratioOf({ product, reference }: Row): number | null {
  return reference === undefined ? null : product / reference;
}

/** Whether a row's goal is met; while others kept the processors busy nobody knows. */
export function verdictOf(row: Row): Verdict {
  if (row.runs?.kept === 0) return 'too loud';
  if (!row.goal) return 'no goal';
  const value = row.goal.of === 'ratio' ? ratioOf(row) : row.product;
  if (value === null) return 'missed';
  return value >= (row.goal.atLeast ?? -Infinity) && value <= (row.goal.atMost ?? Infinity) ? 'met' : 'missed';
}

const goalText = (goal: Goal | undefined, unit: string): string => {
  if (!goal) return '';
  const [sign, limit] = goal.atLeast === undefined ? ['≤', goal.atMost] : ['≥', goal.atLeast];
  return `${sign} ${format(limit ?? 0)}${goal.of === 'ratio' ? ' x' : ` ${unit}`}`;
};

const runsText = (runs: Row['runs']): string => {
  if (!runs) return '';
  const foreign = runs.foreign === null ? 'unknown' : percent(runs.foreign);
  return `${runs.kept} kept, ${runs.thrown} thrown away, foreign ≤ ${foreign}`;
};

/** The rows as a table in Markdown, which also reads well in a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.id,
    row.what,
    `${format(row.product)} ${row.unit}`,
    row.reference === undefined ? '' : `${format(row.reference)} ${row.unit}`,
    ratioOf(row)?.toFixed(2) ?? '',
    goalText(row.goal, row.unit),
    verdictOf(row),
    runsText(row.runs),
  ]);
  const head = ['#', 'What', 'Product', 'Reference', 'Ratio', 'Goal', 'Verdict', 'Runs'];
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const line = (values: readonly string[]) =>
    `| ${values.map((value, column) => value.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** The rows for programs. */
export function jsonOf(rows: readonly Row[]): string {
  return JSON.stringify(
    rows.map((row) => ({ ...row, ratio: ratioOf(row), verdict: verdictOf(row) })),
    null,
    2,
  );
}
