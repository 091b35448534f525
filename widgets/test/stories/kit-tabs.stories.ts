import { html } from '../../src/base/html.ts';
import { Tabs } from '../../src/kit/tabs.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-tabs';
const uses = [Tabs];

export const stories: readonly Story[] = [
  primitiveStory({
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
