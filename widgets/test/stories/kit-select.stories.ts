import { html } from '../../src/base/html.ts';
import { Select } from '../../src/kit/select.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-select';
const uses = [Select];
const OPTIONS = [
  { value: 'new', label: 'New' },
  { value: 'active', label: 'Active' },
];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-select label="Status" value="active" .options=${OPTIONS}></x-select>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-select label="Status" .options=${OPTIONS} error="Choose a status."></x-select>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-select label="Status" .options=${OPTIONS} disabled></x-select>`,
  }),
];
