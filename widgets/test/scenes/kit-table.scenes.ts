import { html } from '../../src/base/html.ts';
import type { Column } from '../../src/kit/table-layout.ts';
import { everythingSelected, select, type Selection } from '../../src/kit/table-selection.ts';
import { Table } from '../../src/kit/table.ts';
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
const chosen = select({ all: false, ids: new Set() }, ['lea_000001'], true);
interface Shown {
  selection?: Selection | null;
  /** Rows that are known; the others are still coming. */
  known?: number;
  density?: 'normal' | 'compact';
  layout?: object;
}
const table = ({ selection = null, known = rows.length, density = 'normal', layout = {} }: Shown) =>
  html`<x-table
    class="wide"
    label="Leads"
    density=${density}
    total=${rows.length}
    .columns=${columns}
    .layout=${layout}
    .rows=${{ count: rows.length, at: (index: number) => (index < known ? rows[index] : undefined) }}
    .sorting=${{ by: 'email', direction: 'asc' }}
    .selection=${selection}
  ></x-table>`;

export const scenes: readonly Scene[] = [
  primitiveScene({ of, state: 'filled', uses, content: () => table({}) }),
  primitiveScene({ of, state: 'selected', uses, content: () => table({ selection: chosen }) }),
  primitiveScene({ of, state: 'all-selected', uses, content: () => table({ selection: everythingSelected }) }),
  primitiveScene({ of, state: 'coming', uses, content: () => table({ known: 3 }) }),
  primitiveScene({ of, state: 'compact', uses, content: () => table({ density: 'compact' }) }),
  primitiveScene({
    of,
    state: 'arranged',
    uses,
    content: () => table({ layout: { order: ['city', 'company'], widths: { email: 180 }, hidden: ['company'] } }),
  }),
];
