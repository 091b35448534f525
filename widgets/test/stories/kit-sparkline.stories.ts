import { html } from '../../src/base/html.ts';
import { Sparkline } from '../../src/kit/sparkline.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-sparkline';
const uses = [Sparkline];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'rising',
    uses,
    content: () => html`<x-sparkline label="Sent over time" .values=${[4, 6, 5, 9, 12, 11, 16]}></x-sparkline>`,
  }),
  primitiveStory({
    of,
    state: 'flat',
    uses,
    content: () => html`<x-sparkline label="Sent over time" .values=${[0, 0, 0, 0]}></x-sparkline>`,
  }),
];
