import { html } from '../../src/base/html.ts';
import { Button } from '../../src/kit/button.ts';
import { Popover } from '../../src/kit/popover.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

export const scenes: readonly Scene[] = [
  primitiveScene({
    of: 'kit-popover',
    state: 'open',
    uses: [Button, Popover],
    content: () =>
      html`<x-popover label="Columns"
        ><x-button slot="trigger">Columns</x-button>
        <p>Choose which facts of a lead the list shows.</p></x-popover
      >`,
    act: (root) => findDeep(root, 'acme-button', 'button').click(),
  }),
];
