import { html } from '../../src/base/html.ts';
import { FileDrop } from '../../src/kit/file-drop.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-file-drop';
const uses = [FileDrop];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'waiting',
    uses,
    content: () =>
      html`<x-file-drop class="wide" label="Drop a CSV file here" hint="Up to 100 MB" accept=".csv"></x-file-drop>`,
  }),
];
