import { html } from '../../src/base/html.ts';
import { TimeField } from '../../src/kit/time-field.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-time-field';
const uses = [TimeField];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-time-field label="From" value="09:00"></x-time-field>`,
  }),
  primitiveScene({
    of,
    state: 'open',
    uses,
    content: () => html`<x-time-field label="Until" value="24:00" day-end min="20:00"></x-time-field>`,
    act: (root) => findDeep(root, 'acme-time-field', 'input').click(),
  }),
  primitiveScene({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-time-field label="Until" value="08:00" min="09:30"></x-time-field>`,
    act: (root) => findDeep<TimeField>(root, 'acme-time-field').showValidity(),
  }),
  primitiveScene({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-time-field label="From" value="09:00" disabled></x-time-field>`,
  }),
];
