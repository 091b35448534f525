import { html } from '../../src/base/html.ts';
import { Pagination } from '../../src/kit/pagination.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-pagination';
const uses = [Pagination];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'numbered',
    uses,
    content: () => html`<x-pagination class="wide" page="6" pages="20">126 to 150 of 482</x-pagination>`,
  }),
  primitiveStory({
    of,
    state: 'by-cursor',
    uses,
    content: () =>
      html`<x-pagination class="wide" label="First" page="1" has-more>1 to 25</x-pagination>
        <x-pagination class="wide" label="Third" page="3" busy>51 to 75</x-pagination>`,
  }),
];
