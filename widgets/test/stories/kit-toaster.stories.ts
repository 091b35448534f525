import { html } from '../../src/base/html.ts';
import { Toaster } from '../../src/kit/toaster.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-toaster';
const uses = [Toaster];
const content = () => html`<x-toaster></x-toaster>`;

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'undo',
    uses,
    content,
    play: (root) =>
      findDeep<Toaster>(root, 'acme-toaster').show({
        text: '3 leads archived',
        action: { label: 'Undo', run: () => undefined },
      }),
  }),
  primitiveStory({
    of,
    state: 'danger',
    uses,
    content,
    play: (root) => findDeep<Toaster>(root, 'acme-toaster').show({ text: 'The mailbox is gone.', tone: 'danger' }),
  }),
  primitiveStory({
    of,
    state: 'several',
    uses,
    content,
    play: (root) => {
      const toaster = findDeep<Toaster>(root, 'acme-toaster');
      for (const text of ['3 leads archived', 'Changes saved', 'The mail is on its way', 'Waiting for room'])
        toaster.show({ text });
    },
  }),
];
