import { html } from '../../src/base/html.ts';
import { ToggleGroup } from '../../src/kit/toggle-group.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-toggle-group';
const uses = [ToggleGroup];
const OPTIONS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, at) => ({
  value: String(at + 1),
  label,
}));

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-toggle-group class="wide" label="Days" value="1,2,3,4,5" .options=${OPTIONS}></x-toggle-group>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () =>
      html`<x-toggle-group class="wide" label="Days" error="Choose a day." .options=${OPTIONS}></x-toggle-group>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () =>
      html`<x-toggle-group class="wide" label="Days" value="1,2" disabled .options=${OPTIONS}></x-toggle-group>`,
  }),
];
