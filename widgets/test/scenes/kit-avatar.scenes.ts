import { html } from '../../src/base/html.ts';
import { Avatar } from '../../src/kit/avatar.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-avatar';
const uses = [Avatar];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'people',
    uses,
    content: () =>
      html`<x-avatar name="Lena Brandt"></x-avatar><x-avatar name="Tomás Ortega"></x-avatar
        ><x-avatar name="Noor"></x-avatar>`,
  }),
  primitiveScene({
    of,
    state: 'sizes',
    uses,
    content: () =>
      (['small', 'normal', 'large'] as const).map(
        (size) => html`<x-avatar name="Lena Brandt" size=${size}></x-avatar>`,
      ),
  }),
];
