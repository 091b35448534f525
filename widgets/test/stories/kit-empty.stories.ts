import { html } from '../../src/base/html.ts';
import { Button } from '../../src/kit/button.ts';
import { EmptyState } from '../../src/kit/empty-state.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-empty';
const uses = [Button, EmptyState];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'drawings',
    uses,
    content: () =>
      (['mail', 'people', 'chart', 'search', 'lock', 'broken'] as const).map(
        (drawing) =>
          html`<x-empty
            class="wide"
            drawing=${drawing}
            heading="No leads yet"
            text="Import a file of the people you want to reach."
            reference=${drawing === 'broken' ? 'req_01K4' : ''}
            ><x-button>Import leads</x-button></x-empty
          >`,
      ),
  }),
];
