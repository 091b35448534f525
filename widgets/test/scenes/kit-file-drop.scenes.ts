import { html } from '../../src/base/html.ts';
import { FileDrop } from '../../src/kit/file-drop.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-file-drop';
const uses = [FileDrop];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'waiting',
    uses,
    content: () =>
      html`<x-file-drop class="wide" label="Drop a CSV file here" hint="Up to 100 MB" accept=".csv"></x-file-drop>`,
  }),
];
