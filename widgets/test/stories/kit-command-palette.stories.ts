import { shellIcon } from '../../src/app/shell-icon.ts';
import { html } from '../../src/base/html.ts';
import { CommandPalette, type PaletteGroup } from '../../src/kit/command-palette.ts';
import type { Story } from './story.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-command-palette';
const uses = [CommandPalette];
const GROUPS: readonly PaletteGroup[] = [
  {
    id: 'pages',
    label: 'Go to',
    items: [
      { id: 'inbox', label: 'Inbox', icon: shellIcon('inbox'), keys: ['G', 'I'] },
      { id: 'leads', label: 'Leads', icon: shellIcon('leads'), keys: ['G', 'L'] },
    ],
  },
  {
    id: 'people',
    label: 'Leads',
    items: [{ id: 'lea_1', label: 'Lena Brandt', hint: 'Brandt Spedition · lena@brandt.example' }],
  },
];

export const stories: readonly Story[] = [
  primitiveStory({
    of,
    state: 'open',
    uses,
    content: () => html`<x-command-palette open label="Search or jump to" .groups=${GROUPS}></x-command-palette>`,
  }),
  primitiveStory({
    of,
    state: 'loading',
    uses,
    content: () =>
      html`<x-command-palette
        open
        busy
        text="len"
        label="Search or jump to"
        .groups=${GROUPS.slice(1)}
      ></x-command-palette>`,
  }),
  primitiveStory({
    of,
    state: 'empty',
    uses,
    content: () => html`<x-command-palette open text="zzz" label="Search or jump to"></x-command-palette>`,
  }),
  primitiveStory({
    of,
    state: 'error',
    uses,
    content: () =>
      html`<x-command-palette
        open
        text="in"
        label="Search or jump to"
        problem="Not everything could be searched. Try again in a moment."
        .groups=${GROUPS.slice(0, 1)}
      ></x-command-palette>`,
  }),
];
