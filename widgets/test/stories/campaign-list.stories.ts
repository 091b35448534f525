import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'campaign-list' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({
    widget,
    state: 'menu-open',
    // Cards, which stand in for rows where there is no room, have no menu.
    play: ({ element }) =>
      element.clientWidth > 620 &&
      findDeep(element.shadowRoot as ShadowRoot, 'acme-menu', 'acme-button', 'button').click(),
  }),
  widgetStory({
    widget,
    state: 'editing',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="0"]').click(),
  }),
];
