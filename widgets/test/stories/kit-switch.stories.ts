import { html } from '../../src/base/html.ts';
import { Switch } from '../../src/kit/switch.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

export const stories: readonly Story[] = [
  primitiveStory({
    of: 'kit-switch',
    state: 'all',
    uses: [Switch],
    content: () =>
      html`<x-switch label="Count opens"></x-switch><x-switch label="Count clicks" checked></x-switch
        ><x-switch label="Stop when the lead replies" checked disabled></x-switch
        ><x-switch label="Read replies" hint="From the mailbox's own server."></x-switch
        ><x-switch label="Track links" error="A tracking domain is missing."></x-switch>`,
  }),
];
