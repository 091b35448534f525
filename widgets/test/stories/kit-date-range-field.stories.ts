import { html } from '../../src/base/html.ts';
import { DateRangeField } from '../../src/kit/date-range-field.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-date-range-field';
const uses = [DateRangeField];
const NAMED = [
  { label: 'First week', from: '2026-03-02', until: '2026-03-08' },
  { label: 'March', from: '2026-03-01', until: '2026-03-31' },
];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-date-range-field class="wide" label="Added" value="2026-03-02/2026-03-18"></x-date-range-field>`,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-date-range-field class="wide" label="Added"></x-date-range-field>`,
  }),
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () =>
      html`<x-date-range-field
        class="wide"
        label="Added"
        value="2026-03-04/2026-03-18"
        .named=${NAMED}
      ></x-date-range-field>`,
    play: (root) => findDeep(root, 'acme-date-range-field', '.end').click(),
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () =>
      html`<x-date-range-field class="wide" label="Added" value="2026-03-18/2026-03-02"></x-date-range-field>`,
    play: (root) => findDeep<DateRangeField>(root, 'acme-date-range-field').showValidity(),
  }),
];
