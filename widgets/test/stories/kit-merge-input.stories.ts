import { html } from '../../src/base/html.ts';
import type { FieldName } from '../../src/kit/editor-field.ts';
import { MergeInput } from '../../src/kit/merge-input.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-merge-input';
const uses = [MergeInput];
const NAMES: Readonly<Record<string, string>> = { first_name: 'First name', company: 'Company' };
const fieldName: FieldName = (inner) => {
  const name = /^\s*(\w+)\s*(?:\|.*)?$/.exec(inner)?.[1] ?? '';
  const label = NAMES[name];
  return name ? { label: label ?? name, hint: label ?? 'Lane is no merge field.', known: Boolean(label) } : null;
};
const SUBJECT = '{{ first_name }}, a question about {{ company | default: "you" }}{% if city %} in town{% endif %}';
/** The editor's code comes by itself. */
const editor = (root: ShadowRoot): Promise<void> =>
  until(() => findDeep(root, 'acme-merge-input').shadowRoot?.querySelector('.inner'));

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-merge-input class="wide" label="Subject" .value=${SUBJECT} .fieldName=${fieldName}></x-merge-input>`,
    play: editor,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-merge-input class="wide" label="Subject" placeholder="What is it about"></x-merge-input>`,
    play: editor,
  }),
  primitiveStory({
    of,
    state: 'unknown',
    uses,
    content: () =>
      html`<x-merge-input
        class="wide"
        label="Subject"
        value="For {{ company }} and {{ lane }}"
        .fieldName=${fieldName}
      ></x-merge-input>`,
    play: editor,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () => html`<x-merge-input class="wide" label="Subject" required></x-merge-input>`,
    play: async (root) => {
      await editor(root);
      findDeep<MergeInput>(root, 'acme-merge-input').showValidity();
    },
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () =>
      html`<x-merge-input
        class="wide"
        label="Subject"
        value="For {{ company }}"
        .fieldName=${fieldName}
        disabled
      ></x-merge-input>`,
    play: editor,
  }),
];
