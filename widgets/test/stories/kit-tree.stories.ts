import { html } from '../../src/base/html.ts';
import { Menu } from '../../src/kit/menu.ts';
import { Tree, type TreeLine } from '../../src/kit/tree.ts';
import { findDeep } from './find-deep.ts';
import { primitiveStory } from './show-primitive.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';

const of = 'kit-tree';
const uses = [Menu, Tree];
const line = (
  id: string,
  parentId: string | null,
  level: number,
  at: readonly [number, number],
  open?: boolean,
): TreeLine => ({
  id,
  parentId,
  name: id,
  level,
  position: at[0],
  size: at[1],
  open,
  moves: level > 1,
  quiet: id === 'Old Mill',
  acts: [
    { id: 'rename', label: 'Rename', icon: 'edit' },
    { id: 'delete', label: 'Delete', icon: 'trash', danger: true, divided: true },
  ],
  content: html`<span class="words"><bdi class="strong">${id}</bdi><span class="caption">${level}</span></span
    ><span class="side"></span>`,
});
const rows: readonly TreeLine[] = [
  line('Meridian', null, 1, [1, 1], true),
  line('Brandt', 'Meridian', 2, [1, 3], true),
  line('Brandt Nord', 'Brandt', 3, [1, 1]),
  line('Puerto Sur', 'Meridian', 2, [2, 3], false),
  line('Old Mill', 'Meridian', 2, [3, 3]),
];
const tree = () => html`<x-tree class="wide" label="Companies" .rows=${rows} current="Brandt"></x-tree>`;

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'open', uses, content: tree }),
  primitiveStory({
    of,
    state: 'acting',
    uses,
    content: tree,
    play: async (root) => {
      findDeep(root, 'acme-tree', '[role=tree]').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      );
      await settle(root);
    },
  }),
];
