import { html } from '../../src/base/html.ts';
import { Combobox } from '../../src/kit/combobox.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-combobox';
const uses = [Combobox];
const OPTIONS = [
  { value: 'Europe/Amsterdam', label: 'Amsterdam', group: 'Europe', hint: '+01:00' },
  { value: 'Europe/Lisbon', label: 'Lisbon', group: 'Europe', hint: '+00:00' },
  { value: 'Europe/Zurich', label: 'Zürich', group: 'Europe', hint: '+01:00' },
  { value: 'America/Lima', label: 'Lima', group: 'America', hint: '-05:00' },
  { value: 'America/Nome', label: 'Nome', group: 'America', hint: '-09:00', disabled: true },
];
const type =
  (text: string) =>
  (root: ShadowRoot): void => {
    const input = findDeep<HTMLInputElement>(root, 'acme-combobox', 'input');
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
const field = (load: Combobox['load'] = null): unknown =>
  html`<x-combobox
    class="wide"
    label="Time zone"
    value="Europe/Lisbon"
    .options=${OPTIONS}
    .load=${load}
  ></x-combobox>`;

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'filled', uses, content: () => field() }),
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () => field(),
    play: (root) => findDeep(root, 'acme-combobox', 'input').click(),
  }),
  primitiveStory({ of, state: 'filtered', uses, content: () => field(), play: type('zur') }),
  primitiveStory({ of, state: 'no match', uses, content: () => field(), play: type('atlantis') }),
  primitiveStory({
    of,
    state: 'loading',
    uses,
    content: () => field(() => new Promise(() => undefined)),
    play: (root) => findDeep(root, 'acme-combobox', 'input').click(),
  }),
  primitiveStory({
    of,
    state: 'error',
    uses,
    content: () => field(() => Promise.reject(new Error('The list cannot be reached.'))),
    play: (root) => findDeep(root, 'acme-combobox', 'input').click(),
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-combobox class="wide" label="Time zone" error="Choose a time zone."></x-combobox>`,
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () =>
      html`<x-combobox class="wide" label="Time zone" value="Europe/Lisbon" .options=${OPTIONS} disabled></x-combobox>`,
  }),
];
