import { html } from '../../src/base/html.ts';
import { Skeleton } from '../../src/kit/skeleton.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-skeleton';
const uses = [Skeleton];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'table',
    uses,
    content: () => html`<x-skeleton class="wide" shape="table" label="Loading"></x-skeleton>`,
  }),
  primitiveStory({
    of,
    state: 'panes',
    uses,
    content: () => html`<x-skeleton class="wide" shape="panes" label="Loading"></x-skeleton>`,
  }),
  primitiveStory({
    of,
    state: 'figures',
    uses,
    content: () => html`<x-skeleton class="wide" shape="figures" label="Loading"></x-skeleton>`,
  }),
  primitiveStory({
    of,
    state: 'flow',
    uses,
    content: () => html`<x-skeleton class="wide" shape="flow" label="Loading"></x-skeleton>`,
  }),
  primitiveStory({
    of,
    state: 'text',
    uses,
    content: () => html`<x-skeleton class="wide" shape="text" label="Loading"></x-skeleton>`,
  }),
  primitiveStory({
    of,
    state: 'board',
    uses,
    content: () => html`<x-skeleton class="wide" shape="board" label="Loading"></x-skeleton>`,
  }),
];
