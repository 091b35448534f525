import { html } from '../../src/base/html.ts';
import { Banner } from '../../src/kit/banner.ts';
import { Button } from '../../src/kit/button.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-banner';
const uses = [Banner];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'tones',
    uses,
    content: () =>
      (['info', 'success', 'warning', 'danger'] as const).map(
        (tone) =>
          html`<x-banner class="wide" tone=${tone} icon="info">Three mailboxes are paused until Monday.</x-banner>`,
      ),
  }),
  primitiveStory({
    of,
    state: 'dismissible',
    uses: [...uses, Button],
    content: () =>
      html`<x-banner class="wide" tone="warning" dismissible
        >Three mailboxes are paused until Monday.<x-button slot="actions" size="small">Show them</x-button></x-banner
      >`,
  }),
];
