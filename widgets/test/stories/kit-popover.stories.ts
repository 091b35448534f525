import { html } from '../../src/base/html.ts';
import { Button } from '../../src/kit/button.ts';
import { Popover } from '../../src/kit/popover.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

export const stories: readonly Story[] = [
  primitiveStory({
    of: 'kit-popover',
    state: 'open',
    uses: [Button, Popover],
    content: () =>
      html`<x-popover label="Columns"
        ><x-button slot="trigger">Columns</x-button>
        <p>Choose which facts of a lead the list shows.</p></x-popover
      >`,
    play: (root) => findDeep(root, 'acme-button', 'button').click(),
  }),
];
