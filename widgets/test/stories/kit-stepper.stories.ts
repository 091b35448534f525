import { html } from '../../src/base/html.ts';
import { Stepper } from '../../src/kit/stepper.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-stepper';
const uses = [Stepper];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'second',
    uses,
    content: () => html`<x-stepper class="wide" .steps=${['File', 'Columns', 'Report']} .current=${1}></x-stepper>`,
  }),
  primitiveStory({
    of,
    state: 'revisitable',
    uses,
    content: () =>
      html`<x-stepper class="wide" revisitable .steps=${['File', 'Columns', 'Report']} .current=${2}></x-stepper>`,
  }),
];
