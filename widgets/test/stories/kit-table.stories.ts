import { html } from '../../src/base/html.ts';
import type { Column } from '../../src/kit/table-layout.ts';
import { everythingSelected, select, type Selection } from '../../src/kit/table-selection.ts';
import { Table } from '../../src/kit/table.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';
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

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'filled', uses, content: () => table({}) }),
  primitiveStory({ of, state: 'selected', uses, content: () => table({ selection: chosen }) }),
  primitiveStory({ of, state: 'all-selected', uses, content: () => table({ selection: everythingSelected }) }),
  primitiveStory({ of, state: 'coming', uses, content: () => table({ known: 3 }) }),
  primitiveStory({ of, state: 'compact', uses, content: () => table({ density: 'compact' }) }),
  primitiveStory({
    of,
    state: 'arranged',
    uses,
    content: () => table({ layout: { order: ['city', 'company'], widths: { email: 180 }, hidden: ['company'] } }),
  }),
];
