import { html } from '../../src/base/html.ts';
import { DateField } from '../../src/kit/date-field.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-date-field';
const uses = [DateField];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () => html`<x-date-field label="Start" value="2026-11-21" hint="The first mails leave."></x-date-field>`,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-date-field label="Start" placeholder="Any day"></x-date-field>`,
  }),
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () =>
      html`<x-date-field label="Start" value="2026-03-18" min="2026-03-03" max="2026-03-27"></x-date-field>`,
    play: (root) => findDeep(root, 'acme-date-field', '.end').click(),
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-date-field label="Start" value="2026-03-18" min="2026-11-03"></x-date-field>`,
    play: (root) => findDeep<DateField>(root, 'acme-date-field').showValidity(),
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-date-field label="Start" value="2026-11-21" disabled></x-date-field>`,
  }),
];
