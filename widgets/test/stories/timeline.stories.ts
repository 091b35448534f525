import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'timeline' as const;
const attributes = { 'record-id': 'lea_000000' };

export const stories: readonly Story[] = [
  ...usualStories(widget, attributes),
  widgetStory({
    widget,
    state: 'more',
    attributes,
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.more acme-button').click(),
  }),
  widgetStory({ widget, state: 'campaign', attributes: { noun: 'campaign', 'record-id': 'cmp_0' } }),
  widgetStory({ widget, state: 'mailbox', attributes: { noun: 'mailbox', 'record-id': 'mbx_0' } }),
];
