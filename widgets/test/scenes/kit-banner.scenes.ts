import { html } from '../../src/base/html.ts';
import { Banner } from '../../src/kit/banner.ts';
import { Button } from '../../src/kit/button.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-banner';
const uses = [Banner];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'tones',
    uses,
    content: () =>
      (['info', 'success', 'warning', 'danger'] as const).map(
        (tone) =>
          html`<x-banner class="wide" tone=${tone} icon="info">Three mailboxes are paused until Monday.</x-banner>`,
      ),
  }),
  primitiveScene({
    of,
    state: 'dismissible',
    uses: [...uses, Button],
    content: () =>
      html`<x-banner class="wide" tone="warning" dismissible
        >Three mailboxes are paused until Monday.<x-button slot="actions" size="small">Show them</x-button></x-banner
      >`,
  }),
];
