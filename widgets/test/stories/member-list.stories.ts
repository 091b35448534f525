import { ALL } from '../sample-records.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'member-list' as const;
const sample = { permissions: [...ALL, 'member.read', 'member.manage'] };
const rootOf = (element: Element) => element.shadowRoot as ShadowRoot;

/** Chooses from the menu of a row of one of the two tables. */
const choose = async (element: Element, table: number, row: number, act: string): Promise<void> => {
  const shown = rootOf(element).querySelectorAll('acme-table')[table] as HTMLElement;
  const menu = findDeep(shown.shadowRoot as ShadowRoot, `.line[data-index="${row}"] acme-menu`);
  menu.dispatchEvent(new CustomEvent('choose', { detail: act }));
  await settle(rootOf(element));
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({
    widget,
    state: 'inviting',
    sample,
    play: ({ element }) => findDeep(rootOf(element), '.bar [icon=plus]').click(),
  }),
  widgetStory({
    widget,
    state: 'changing-a-role',
    sample,
    play: ({ element }) => choose(element, 0, 1, 'edit'),
  }),
  widgetStory({ widget, state: 'handing-it-over', sample, play: ({ element }) => choose(element, 0, 1, 'transfer') }),
  widgetStory({ widget, state: 'deactivating', sample, play: ({ element }) => choose(element, 0, 1, 'deactivate') }),
  widgetStory({ widget, state: 'removing', sample, play: ({ element }) => choose(element, 0, 1, 'remove') }),
  widgetStory({
    widget,
    state: 'resetting-an-app',
    sample,
    play: ({ element }) => choose(element, 0, 1, 'reset'),
  }),
  widgetStory({ widget, state: 'handing-over-a-link', sample, play: ({ element }) => choose(element, 1, 0, 'link') }),
];
