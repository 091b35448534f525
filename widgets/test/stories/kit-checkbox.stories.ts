import { html } from '../../src/base/html.ts';
import { Checkbox } from '../../src/kit/checkbox.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-checkbox';
const uses = [Checkbox];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'boxes',
    uses,
    content: () =>
      html`<x-checkbox label="Count opens"></x-checkbox><x-checkbox label="Count clicks" .checked=${true}></x-checkbox>
        <x-checkbox label="All mailboxes" .mixed=${true}></x-checkbox
        ><x-checkbox label="Stop when the lead replies" disabled></x-checkbox>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-checkbox label="I may write to these people" error="Say so to go on."></x-checkbox>`,
  }),
];
