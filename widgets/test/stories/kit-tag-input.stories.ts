import { html } from '../../src/base/html.ts';
import { TagInput } from '../../src/kit/tag-input.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-tag-input';
const uses = [TagInput];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'filled',
    uses,
    content: () =>
      html`<x-tag-input
        class="wide"
        label="Tags"
        value="freight,harbours,Rotterdam,second touch"
        hint="Enter or a comma adds one."
      ></x-tag-input>`,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-tag-input class="wide" label="Tags" placeholder="freight, harbours"></x-tag-input>`,
  }),
  primitiveStory({
    of,
    state: 'invalid',
    uses,
    content: () =>
      html`<x-tag-input
        class="wide"
        label="Send a copy to"
        value="lena@brandt.example,tomas"
        .validate=${(tag: string) => (tag.includes('@') ? '' : 'This is not an email address.')}
      ></x-tag-input>`,
    play: (root) => findDeep<TagInput>(root, 'acme-tag-input').showValidity(),
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () => html`<x-tag-input class="wide" label="Tags" value="freight,harbours" disabled></x-tag-input>`,
  }),
];
