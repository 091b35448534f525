import { html } from '../../src/base/html.ts';
import { Input } from '../../src/kit/input.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-input';
const uses = [Input];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-input label="Email" value="lena@brandt.example" hint="Where mails go"></x-input>`,
  }),
  primitiveScene({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-input label="Company" placeholder="Brandt Spedition"></x-input>`,
  }),
  primitiveScene({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-input label="Email" value="lena" error="This is not an email address."></x-input>`,
  }),
  primitiveScene({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-input label="Email" value="lena@brandt.example" disabled></x-input>`,
  }),
];
