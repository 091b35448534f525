import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'mailbox-list' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget),
  widgetStory({
    widget,
    state: 'connecting',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=plus]').click(),
  }),
  widgetStory({
    widget,
    state: 'editing',
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.line[data-index="2"]').click(),
  }),
  widgetStory({
    widget,
    state: 'archived',
    sample: { archived: ['mbx_joel', 'mbx_sales'] },
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=archive]').click(),
  }),
];
