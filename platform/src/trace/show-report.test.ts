import { expect, it } from 'vitest';
import { Inspection } from './inspection.ts';
import { productMark } from './find-traces.ts';
import { showReport } from './show-report.ts';

const viewer = { name: 'anybody', marks: [productMark] };

it('a report counts what was looked at, says where each trace is, and ends with how many there are', () => {
  const inspection = new Inspection();
  inspection.begin('pages');
  inspection.look(viewer, 'GET /clean', 'nothing');
  inspection.look(viewer, 'GET /dirty', 'x-tabard: 1');
  inspection.begin('packages');
  inspection.look(viewer, 'index.js', '');
  inspection.lookAsDeveloper(viewer, '{"name":"@tabard/sdk"}');
  expect(showReport(inspection.reports).split('\n')).toEqual([
    'surface   looked at  traces  seen by developers only',
    'pages             2       1',
    'packages          1       0                        1',
    '',
    'pages: GET /dirty (anybody) names the product',
    '  … x-tabard: 1 …',
    '',
    '1 traces',
  ]);
});
