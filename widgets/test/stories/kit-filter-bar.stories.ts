import { html } from '../../src/base/html.ts';
import { FilterBar } from '../../src/kit/filter-bar.ts';
import type { FilterField, FilterGroup } from '../../src/kit/filter-group.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-filter-bar';
const uses = [FilterBar];
const fields: readonly FilterField[] = [
  {
    id: 'status',
    label: 'Status',
    operators: [{ id: 'any_of', label: 'is any of' }],
    options: [
      { value: 'new', label: 'New' },
      { value: 'active', label: 'In contact' },
      { value: 'replied', label: 'Replied' },
    ],
    several: true,
  },
  {
    id: 'company',
    label: 'Company',
    operators: [
      { id: 'is', label: 'is' },
      { id: 'is_not', label: 'is not' },
    ],
    repeats: true,
  },
  { id: 'country', label: 'Country', operators: [{ id: 'is', label: 'is' }] },
];
const filled: FilterGroup = {
  match: 'all',
  conditions: [
    { field: 'status', operator: 'any_of', values: ['new', 'replied'] },
    { field: 'company', operator: 'is_not', values: ['Brandt Spedition'] },
  ],
};
const bar = (group: FilterGroup | undefined, combines = false) =>
  html`<x-filter-bar
    class="wide"
    .fields=${fields}
    .group=${group ?? { match: 'all', conditions: [] }}
    ?combines=${combines}
  ></x-filter-bar>`;
const open = async (root: ShadowRoot, selector: string): Promise<void> => {
  findDeep(root, 'acme-filter-bar', selector).click();
  await settle(root);
};

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'empty', uses, content: () => bar(undefined) }),
  primitiveStory({ of, state: 'filled', uses, content: () => bar(filled, true) }),
  primitiveStory({
    of,
    state: 'fields',
    uses,
    content: () => bar(undefined),
    play: (root) => open(root, '.add button'),
  }),
  primitiveStory({ of, state: 'options', uses, content: () => bar(filled), play: (root) => open(root, '.edit') }),
  primitiveStory({
    of,
    state: 'text',
    uses,
    content: () => bar(filled),
    play: (root) => open(root, '.chip:nth-of-type(2) .edit'),
  }),
];
