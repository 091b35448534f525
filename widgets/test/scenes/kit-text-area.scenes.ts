import { html } from '../../src/base/html.ts';
import { TextArea } from '../../src/kit/text-area.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-text-area';
const uses = [TextArea];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-text-area class="wide" label="Text" value="Worth fifteen minutes this week?"></x-text-area>`,
  }),
  primitiveScene({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-text-area class="wide" label="Text" error="Write something first."></x-text-area>`,
  }),
  primitiveScene({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-text-area class="wide" label="Text" value="Locked" disabled></x-text-area>`,
  }),
];
