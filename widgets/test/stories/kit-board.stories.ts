import { html } from '../../src/base/html.ts';
import type { BoardCard } from '../../src/kit/board-card.ts';
import { Board } from '../../src/kit/board.ts';
import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { primitiveStory } from './show-primitive.ts';

const of = 'kit-board';
const uses = [Board];
const COLUMNS = [
  { id: 'new', label: 'New', count: 24, more: true },
  { id: 'meeting', label: 'Meeting', tone: 'info' },
  { id: 'offer', label: 'Offer', tone: 'warning' },
  { id: 'won', label: 'Won', tone: 'success' },
] as const;
const CARDS: readonly BoardCard[] = [
  ['Lena Brandt', 'new', 'Brandt Spedition', 'Venlo'],
  ['Tomás Ortega', 'new', 'Puerto Sur', 'Valencia'],
  ['Priya Kapoor', 'meeting', 'Kapoor Freight', 'London'],
  ['Ingrid Haugen of the Scandinavian department', 'offer', 'Fjordlinjen', 'Bergen'],
].map(([title = '', column = '', firm, city], at) => ({
  id: `c${at}`,
  column,
  title,
  facts: [firm, city, `€${(at + 1) * 1200}`],
}));

const board = () =>
  html`<x-board
    class="wide"
    label="Deals"
    .columns=${COLUMNS}
    .cards=${CARDS}
    .move=${async () => true}
    .allows=${(_: BoardCard, to: string) => (to === 'won' ? 'Only a signed offer wins.' : true)}
    .sumOf=${(cards: readonly BoardCard[]) => `€${cards.length * 1200}`}
  ></x-board>`;
const press = (root: ShadowRoot, key: string): unknown =>
  findDeep(root, 'acme-board', '[data-card=c1] .open').dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true }),
  );

export const stories: readonly Story[] = [
  primitiveStory({ of, state: 'filled', uses, content: board }),
  primitiveStory({
    of,
    state: 'lifted',
    uses,
    content: board,
    play: async (root) => {
      findDeep(root, 'acme-board', '[data-card=c1] .open').focus();
      await settle(root);
      press(root, ' ');
      press(root, 'ArrowRight');
    },
  }),
  primitiveStory({
    of,
    state: 'menu',
    uses,
    content: board,
    play: (root) => findDeep(root, 'acme-board', '[data-card=c0] .move').click(),
  }),
];
