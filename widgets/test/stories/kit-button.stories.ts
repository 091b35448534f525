import { html } from '../../src/base/html.ts';
import { Button } from '../../src/kit/button.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-button';
const uses = [Button];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'weights',
    uses,
    content: () =>
      (['primary', 'secondary', 'quiet', 'danger'] as const).map(
        (variant) =>
          html`<div>
            <x-button variant=${variant}>Launch campaign</x-button>
            <x-button variant=${variant} icon="send">Send</x-button>
            <x-button variant=${variant} icon="archive" label="Archive"></x-button>
            <x-button variant=${variant} size="small">Clear</x-button>
          </div>`,
      ),
  }),
  primitiveStory({
    of,
    state: 'disabled',
    uses,
    content: () =>
      (['primary', 'secondary', 'quiet', 'danger'] as const).map(
        (variant) => html`<x-button variant=${variant} icon="send" disabled>Send</x-button>`,
      ),
  }),
  primitiveStory({
    of,
    state: 'busy',
    uses,
    content: () =>
      (['primary', 'secondary', 'quiet', 'danger'] as const).map(
        (variant) => html`<x-button variant=${variant} busy>Send</x-button>`,
      ),
  }),
];
