import { html } from '../../src/base/html.ts';
import { Chip } from '../../src/kit/chip.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-chip';
const uses = [Chip];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'plain',
    uses,
    content: () =>
      html`<div class="row">
        <x-chip label="Freight"></x-chip><x-chip label="Harbours" removable></x-chip>
        <x-chip label="Not an address" tone="danger" removable></x-chip>
        <x-chip label="Lena Brandt" icon="mail" tone="accent"></x-chip>
      </div>`,
  }),
  primitiveStory({
    of,
    state: 'selectable',
    uses,
    content: () =>
      html`<div class="row">
        <x-chip label="All" selectable></x-chip><x-chip label="Unread" selectable selected></x-chip>
        <x-chip label="Assigned to me" selectable selected removable></x-chip>
      </div>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () =>
      html`<div class="row">
        <x-chip label="Unread" selectable disabled></x-chip><x-chip label="Harbours" removable disabled></x-chip>
      </div>`,
  }),
];
