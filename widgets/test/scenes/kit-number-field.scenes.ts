import { html } from '../../src/base/html.ts';
import { NumberField } from '../../src/kit/number-field.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-number-field';
const uses = [NumberField];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-number-field label="Mails a day" value="50"></x-number-field
        ><x-number-field label="Wait" value="3" unit="days"></x-number-field
        ><x-number-field label="Price" value="1234.5" step="0.5"></x-number-field>`,
  }),
  primitiveScene({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-number-field label="Mails a day" value="5000" max="2000"></x-number-field>`,
    act: (root) => findDeep<NumberField>(root, 'acme-number-field').showValidity(),
  }),
  primitiveScene({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-number-field label="Mails a day" value="50" disabled></x-number-field>`,
  }),
];
