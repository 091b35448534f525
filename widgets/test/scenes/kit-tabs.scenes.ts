import { html } from '../../src/base/html.ts';
import { Tabs } from '../../src/kit/tabs.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-tabs';
const uses = [Tabs];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'second',
    uses,
    content: () =>
      html`<x-tabs
        label="Status"
        selected="new"
        .tabs=${[
          { id: 'all', label: 'All', count: '240' },
          { id: 'new', label: 'New' },
          { id: 'active', label: 'Active' },
        ]}
      ></x-tabs>`,
  }),
];
