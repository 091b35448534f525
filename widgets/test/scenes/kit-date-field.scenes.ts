import { html } from '../../src/base/html.ts';
import { DateField } from '../../src/kit/date-field.ts';
import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-date-field';
const uses = [DateField];

export const scenes: readonly Scene[] = [
  primitiveScene({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-date-field label="Start" value="2026-11-21" hint="The first mails leave."></x-date-field>`,
  }),
  primitiveScene({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-date-field label="Start" placeholder="Any day"></x-date-field>`,
  }),
  primitiveScene({
    of,
    state: 'open',
    uses,
    content: () =>
      html`<x-date-field label="Start" value="2026-03-18" min="2026-03-03" max="2026-03-27"></x-date-field>`,
    act: (root) => findDeep(root, 'acme-date-field', '.end').click(),
  }),
  primitiveScene({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-date-field label="Start" value="2026-03-18" min="2026-11-03"></x-date-field>`,
    act: (root) => findDeep<DateField>(root, 'acme-date-field').showValidity(),
  }),
  primitiveScene({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-date-field label="Start" value="2026-11-21" disabled></x-date-field>`,
  }),
];
