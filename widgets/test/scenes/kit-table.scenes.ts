import { html } from '../../src/core/html.ts';
import { Table, type Column } from '../../src/kit/table.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';
import { lead } from '../sample-records.ts';

const of = 'kit-table';
const uses = [Table];
const rows = Array.from({ length: 8 }, (_, at) => lead(at));
const columns: Column<ReturnType<typeof lead>>[] = [
  { id: 'email', label: 'Email', sortable: true, cell: (row) => row.email },
  { id: 'company', label: 'Company', sortable: true, cell: (row) => row.company },
  { id: 'city', label: 'City', align: 'end', cell: (row) => row.city },
];
const table = (selected: ReadonlySet<string> | null) =>
  html`<x-table
    class="wide"
    label="Leads"
    .columns=${columns}
    .rows=${rows}
    .sorting=${{ by: 'email', direction: 'asc' }}
    .selected=${selected}
  ></x-table>`;

export const scenes: readonly Scene[] = [
  primitiveScene({ of, state: 'filled', uses, content: () => table(null) }),
  primitiveScene({ of, state: 'selected', uses, content: () => table(new Set(['lea_000001'])) }),
];
