import { html } from '../../src/base/html.ts';
import { Stepper } from '../../src/kit/stepper.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-stepper';
const uses = [Stepper];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'second',
    uses,
    content: () => html`<x-stepper class="wide" .steps=${['File', 'Columns', 'Report']} .current=${1}></x-stepper>`,
  }),
  primitiveScene({
    of,
    state: 'revisitable',
    uses,
    content: () =>
      html`<x-stepper class="wide" revisitable .steps=${['File', 'Columns', 'Report']} .current=${2}></x-stepper>`,
  }),
];
