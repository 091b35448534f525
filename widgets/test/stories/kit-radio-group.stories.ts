import { html } from '../../src/base/html.ts';
import { RadioGroup } from '../../src/kit/radio-group.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

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

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'list', uses, content: () => group() }),
  primitiveStory({ of, state: 'row', uses, content: () => group({ appearance: 'row' }) }),
  primitiveStory({ of, state: 'cards', uses, content: () => group({ appearance: 'cards' }) }),
  primitiveStory({ of, state: 'invalid', uses, content: () => group({ error: 'Choose one.' }) }),
  primitiveStory({ of, state: 'disabled', uses, content: () => group({ disabled: true }) }),
];
