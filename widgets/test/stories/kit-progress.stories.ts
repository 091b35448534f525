import { html } from '../../src/base/html.ts';
import { ProgressBar } from '../../src/kit/progress-bar.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-progress';
const uses = [ProgressBar];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'part-way',
    uses,
    content: () =>
      [0, 0.4, 1].map((value) => html`<x-progress class="wide" label="Importing" value=${value}></x-progress>`),
  }),
  primitiveStory({
    of,
    state: 'unknown',
    uses,
    content: () => html`<x-progress class="wide" label="Reading the file" value="-1"></x-progress>`,
  }),
];
