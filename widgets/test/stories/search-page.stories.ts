import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { goOffline, usualStories, widgetStory } from './show-widget.ts';

const widget = 'search-page' as const;
const found = { text: 'brandt' };

export const stories: readonly Story[] = [
  ...usualStories(widget, found),
  widgetStory({ widget, state: 'start' }),
  widgetStory({ widget, state: 'start-missed', sample: { permissions: ['workspace.read', 'workspace.manage'] } }),
  widgetStory({ widget, state: 'start-empty', sample: { empty: true } }),
  widgetStory({ widget, state: 'misspelt', attributes: { text: 'brnadt' } }),
  widgetStory({ widget, state: 'start-offline', play: goOffline }),
  widgetStory({
    widget,
    state: 'saving',
    attributes: found,
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar acme-button').click(), // Lit makes it open
  }),
];
