import { html } from '../../src/base/html.ts';
import { NumberField } from '../../src/kit/number-field.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-number-field';
const uses = [NumberField];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-number-field label="Mails a day" value="50"></x-number-field
        ><x-number-field label="Wait" value="3" unit="days"></x-number-field
        ><x-number-field label="Price" value="1234.5" step="0.5"></x-number-field>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-number-field label="Mails a day" value="5000" max="2000"></x-number-field>`,
    play: (root) => findDeep<NumberField>(root, 'acme-number-field').showValidity(),
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-number-field label="Mails a day" value="50" disabled></x-number-field>`,
  }),
];
