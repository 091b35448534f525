import { html } from '../../src/base/html.ts';
import { Input } from '../../src/kit/input.ts';
import { Select } from '../../src/kit/select.ts';
import { TextArea } from '../../src/kit/text-area.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

/** What every field can be, shown on the plainest ones. */
const of = 'kit-field';
const uses = [Input, Select, TextArea];
const OPTIONS = [
  { value: 'nl', label: 'Netherlands', group: 'Europe' },
  { value: 'pe', label: 'Peru', group: 'America' },
];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'required',
    uses,
    content: () =>
      html`<x-input label="Email" type="email" required placeholder="mara@example.com"></x-input
        ><x-select label="Country" required placeholder="Choose a country" .options=${OPTIONS}></x-select
        ><x-text-area class="wide" label="Note" required hint="Only your team sees it."></x-text-area>`,
  }),
  primitiveStory({
    of,
    state: 'read only',
    uses,
    content: () =>
      html`<x-input label="Email" readonly value="mara@example.com"></x-input
        ><x-select label="Country" readonly value="nl" .options=${OPTIONS}></x-select
        ><x-text-area class="wide" label="Note" readonly value="Met at the fair."></x-text-area>`,
  }),
  primitiveStory({
    of,
    state: 'small',
    uses,
    content: () =>
      html`<div class="row">
        <x-input size="small" hide-label label="Search" placeholder="Search"></x-input
        ><x-select size="small" hide-label label="Country" value="pe" .options=${OPTIONS}></x-select>
      </div>`,
  }),
  primitiveStory({
    of,
    state: 'checked after a change',
    uses,
    content: () => html`<x-input label="Email" type="email" required value="mara"></x-input>`,
    play: (root) => root.querySelector<Input>('acme-input')?.showValidity(),
  }),
];
