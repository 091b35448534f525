import { html } from '../../src/base/html.ts';
import { Funnel } from '../../src/kit/funnel.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-funnel';
const uses = [Funnel];
const funnel = () =>
  html`<x-funnel
    class="wide"
    label="From mail to answer"
    .stages=${[
      { name: 'Sent', value: 48_210 },
      { name: 'Opened by people', value: 19_863 },
      { name: 'Replied', value: 3278 },
    ]}
    .format=${(value: number) => value.toLocaleString('en')}
  ></x-funnel>`;

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'filled', uses, content: funnel }),
  primitiveStory({
    of,
    state: 'as-table',
    uses,
    content: funnel,
    play: (root) => findDeep(root, 'acme-funnel', 'acme-button', 'button').click(),
  }),
];
