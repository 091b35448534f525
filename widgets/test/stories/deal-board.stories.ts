import { pressKey } from '../press-key.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'deal-board' as const;
const rootOf = ({ element }: Staged): ShadowRoot => element.shadowRoot as ShadowRoot;

/** Opens the first deal at one of its views. */
const openAt =
  (view: string) =>
  async (staged: Staged): Promise<void> => {
    const root = rootOf(staged);
    findDeep(root, 'acme-board', '[data-card="dea_0"] .open').click();
    await until(() => findDeep(root, 'acme-deal-form', 'acme-tabs'));
    await settle(root);
    if (view === 'details') return;
    findDeep(root, 'acme-deal-form', 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: view }));
    await settle(root);
  };

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({
    widget,
    state: 'carried',
    play: async (staged) => {
      const board = findDeep(rootOf(staged), 'acme-board').shadowRoot as ShadowRoot;
      findDeep(board, '[data-card] .open').focus();
      await settle(board);
      for (const key of [' ', 'ArrowRight', 'ArrowDown', 'ArrowDown']) pressKey(board.activeElement, key);
    },
  }),
  widgetStory({
    widget,
    state: 'list',
    play: (staged) =>
      findDeep(rootOf(staged), '.bar acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: 'list' })),
  }),
  widgetStory({
    widget,
    state: 'filtered-to-nothing',
    sample: { answers: { 'deals.list': () => ({ items: [], nextCursor: null }) } },
    play: ({ element }) => {
      const board = element as HTMLElement & { viewQuery: { value: string } };
      board.viewQuery.value = 'search=nothing';
    },
  }),
  widgetStory({ widget, state: 'open', play: openAt('details') }),
  widgetStory({ widget, state: 'products', play: openAt('products') }),
  widgetStory({ widget, state: 'moves', play: openAt('moves') }),
  widgetStory({ widget, state: 'activity', play: openAt('activity') }),
  widgetStory({ widget, state: 'notes', play: openAt('notes') }),
  widgetStory({
    widget,
    state: 'closing',
    play: async (staged) => {
      await openAt('details')(staged);
      const form = findDeep(rootOf(staged), 'acme-deal-form');
      findDeep(form.shadowRoot as ShadowRoot, 'acme-stage-bar').dispatchEvent(
        new CustomEvent('close-as', { detail: 'lost' }),
      );
    },
  }),
  widgetStory({
    widget,
    state: 'adding',
    play: (staged) => findDeep(rootOf(staged), '.bar [icon=plus]').click(),
  }),
  widgetStory({
    widget,
    state: 'read-only',
    sample: { permissions: ['workspace.read', 'deal.read', 'pipeline.read'] },
    play: openAt('details'),
  }),
];
