import { html } from '../../src/base/html.ts';
import { TableMenu } from '../../src/kit/table-menu.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const columns = [
  { id: 'name', label: 'Name', sortable: true },
  { id: 'company', label: 'Company', sortable: true },
  { id: 'status', label: 'Status' },
  { id: 'place', label: 'Place' },
];

export const stories: readonly Story[] = [
  primitiveStory({
    of: 'kit-table-menu',
    state: 'open',
    uses: [TableMenu],
    content: () =>
      html`<x-table-menu
        .columns=${columns}
        .layout=${{ hidden: ['place'] }}
        .sorting=${{ by: 'company', direction: 'asc' }}
      ></x-table-menu>`,
    play: (root) => findDeep(root, 'acme-table-menu', 'button').click(),
  }),
];
