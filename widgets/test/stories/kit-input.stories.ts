import { html } from '../../src/base/html.ts';
import { Input } from '../../src/kit/input.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-input';
const uses = [Input];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-input label="Email" value="lena@brandt.example" hint="Where mails go"></x-input>`,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-input label="Company" placeholder="Brandt Spedition"></x-input>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-input label="Email" value="lena" error="This is not an email address."></x-input>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-input label="Email" value="lena@brandt.example" disabled></x-input>`,
  }),
];
