import { everyDeep, findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'campaign-list' as const;
const inside = ({ element }: { element: HTMLElement }): ShadowRoot => element.shadowRoot as ShadowRoot;
/** An action of a row's menu. */
function act(element: HTMLElement, row: string, detail: string): void {
  const menus = [...everyDeep(inside({ element }))].filter((one) => one.matches('acme-menu'));
  const menu = menus.find((one) => one.getAttribute('label')?.includes(row));
  menu?.dispatchEvent(new CustomEvent('choose', { detail }));
}

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({
    widget,
    state: 'menu-open',
    play: ({ element }) => findDeep(inside({ element }), 'acme-menu', 'acme-button', 'button').click(),
  }),
  widgetStory({
    widget,
    state: 'chosen',
    play: ({ element }) => findDeep(inside({ element }), '.line[data-index="4"] input').click(),
  }),
  widgetStory({
    widget,
    state: 'asking',
    play: ({ element }) => act(element, 'Port agents', 'archive'),
  }),
  widgetStory({
    widget,
    state: 'archived',
    play: async ({ element, sample }) => {
      await sample.client.campaigns.archive({ ids: ['cmp_3', 'cmp_4'] });
      findDeep(inside({ element }), 'acme-button[icon=archive]', 'button').click();
      await settle(element);
    },
  }),
  widgetStory({
    widget,
    state: 'nothing-found',
    play: ({ element }) =>
      void inside({ element })
        .querySelector('acme-search')
        ?.dispatchEvent(new CustomEvent('search', { detail: 'no such campaign' })),
  }),
  widgetStory({
    widget,
    state: 'editing',
    play: ({ element }) => findDeep(inside({ element }), '.line[data-index="0"]').click(),
  }),
];
