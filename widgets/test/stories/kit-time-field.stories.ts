import { html } from '../../src/base/html.ts';
import { TimeField } from '../../src/kit/time-field.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-time-field';
const uses = [TimeField];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-time-field label="From" value="09:00"></x-time-field>`,
  }),
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () => html`<x-time-field label="Until" value="24:00" day-end min="20:00"></x-time-field>`,
    play: (root) => findDeep(root, 'acme-time-field', 'input').click(),
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-time-field label="Until" value="08:00" min="09:30"></x-time-field>`,
    play: (root) => findDeep<TimeField>(root, 'acme-time-field').showValidity(),
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-time-field label="From" value="09:00" disabled></x-time-field>`,
  }),
];
