import { html } from '../../src/base/html.ts';
import { FilterBar } from '../../src/kit/filter-bar.ts';
import type { FilterField, FilterGroup } from '../../src/kit/filter-group.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { primitiveScene } from './show-primitive.ts';

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

export const scenes: readonly Scene[] = [
  primitiveScene({ of, state: 'empty', uses, content: () => bar(undefined) }),
  primitiveScene({ of, state: 'filled', uses, content: () => bar(filled, true) }),
  primitiveScene({
    of,
    state: 'fields',
    uses,
    content: () => bar(undefined),
    act: (root) => open(root, '.add button'),
  }),
  primitiveScene({ of, state: 'options', uses, content: () => bar(filled), act: (root) => open(root, '.edit') }),
  primitiveScene({
    of,
    state: 'text',
    uses,
    content: () => bar(filled),
    act: (root) => open(root, '.chip:nth-of-type(2) .edit'),
  }),
];
