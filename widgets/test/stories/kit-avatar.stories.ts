import { html } from '../../src/base/html.ts';
import { Avatar } from '../../src/kit/avatar.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-avatar';
const uses = [Avatar];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'people',
    uses,
    content: () =>
      html`<x-avatar name="Lena Brandt"></x-avatar><x-avatar name="Tomás Ortega"></x-avatar
        ><x-avatar name="Noor"></x-avatar>`,
  }),
  primitiveStory({
    of,
    state: 'sizes',
    uses,
    content: () =>
      (['small', 'normal', 'large'] as const).map(
        (size) => html`<x-avatar name="Lena Brandt" size=${size}></x-avatar>`,
      ),
  }),
];
