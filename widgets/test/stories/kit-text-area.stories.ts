import { html } from '../../src/base/html.ts';
import { TextArea } from '../../src/kit/text-area.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-text-area';
const uses = [TextArea];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-text-area class="wide" label="Text" value="Worth fifteen minutes this week?"></x-text-area>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-text-area class="wide" label="Text" error="Write something first."></x-text-area>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-text-area class="wide" label="Text" value="Locked" disabled></x-text-area>`,
  }),
];
