import type { SurfaceReport, Trace } from './inspection.ts';

/** The report as lines: a table of the surfaces, each trace with where it is, and at last how many there are. */
export function showReport(reports: readonly SurfaceReport[]): string {
  const traces = reports.flatMap((report) => report.traces);
  const rows = [
    ['surface', 'looked at', 'traces', 'seen by developers only'],
    ...reports.map(({ surface, looked, developersOnly, traces: own }) => [
      surface,
      String(looked),
      String(own.length),
      developersOnly === 0 ? '' : String(developersOnly),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const table = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [...table, '', ...traces.flatMap(showTrace), `${traces.length} traces`].join('\n');
}

const showTrace = ({ surface, where, mark, around }: Trace): string[] => [
  `${surface}: ${where} names ${mark}`,
  `  … ${around} …`,
  '',
];
