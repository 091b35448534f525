import { html } from '../../src/base/html.ts';
import { Button } from '../../src/kit/button.ts';
import { Tooltip } from '../../src/kit/tooltip.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

export const stories: readonly Story[] = [
  primitiveStory({
    of: 'kit-tooltip',
    state: 'open',
    uses: [Button, Tooltip],
    content: () =>
      html`<x-tooltip text="Stops all mail of this campaign until you resume it."
        ><x-button>Pause</x-button></x-tooltip
      >`,
    play: (root) => findDeep<Tooltip>(root, 'acme-tooltip').show(),
  }),
];
