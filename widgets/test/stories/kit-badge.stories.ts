import { html } from '../../src/base/html.ts';
import { Badge } from '../../src/kit/badge.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-badge';
const uses = [Badge];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'tones',
    uses,
    content: () =>
      (['neutral', 'accent', 'success', 'warning', 'danger', 'info'] as const).map(
        (tone) => html`<div><x-badge tone=${tone}>Running</x-badge> <x-badge tone=${tone} dot>Replied</x-badge></div>`,
      ),
  }),
];
