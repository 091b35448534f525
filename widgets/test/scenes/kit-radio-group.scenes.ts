import { html } from '../../src/base/html.ts';
import { RadioGroup } from '../../src/kit/radio-group.ts';
import type { Scene } from './scene.ts';
import { primitiveScene } from './show-primitive.ts';

const of = 'kit-radio-group';
const uses = [RadioGroup];
const OPTIONS = [
  { value: 'skip', label: 'Skip', hint: 'What is there stays as it is.' },
  { value: 'update', label: 'Update', hint: 'The file wins where it says something.' },
  { value: 'create', label: 'Create', hint: 'Every row becomes a lead.', disabled: true },
];
const group = (more: { appearance?: RadioGroup['appearance']; error?: string; disabled?: boolean } = {}): unknown =>
  html`<x-radio-group
    label="Leads that exist already"
    value="update"
    appearance=${more.appearance ?? 'list'}
    error=${more.error ?? ''}
    ?disabled=${more.disabled ?? false}
    .options=${more.appearance === 'row' ? OPTIONS.map(({ value, label }) => ({ value, label })) : OPTIONS}
  ></x-radio-group>`;

export const scenes: readonly Scene[] = [
  primitiveScene({ of, state: 'list', uses, content: () => group() }),
  primitiveScene({ of, state: 'row', uses, content: () => group({ appearance: 'row' }) }),
  primitiveScene({ of, state: 'cards', uses, content: () => group({ appearance: 'cards' }) }),
  primitiveScene({ of, state: 'invalid', uses, content: () => group({ error: 'Choose one.' }) }),
  primitiveScene({ of, state: 'disabled', uses, content: () => group({ disabled: true }) }),
];
