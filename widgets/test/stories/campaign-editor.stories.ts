import { findDeep } from './find-deep.ts';
import type { Story } from './story.ts';
import { settle } from './settle.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'campaign-editor' as const;

export const stories: readonly Story[] = [
  ...usualStories(widget, { 'campaign-id': 'cmp_0' }).filter(({ state }) => state !== 'empty'),
  widgetStory({ widget, state: 'fresh' }),
  widgetStory({ widget, state: 'draft', attributes: { 'campaign-id': 'cmp_4' } }),
  widgetStory({
    widget,
    state: 'preview',
    attributes: { 'campaign-id': 'cmp_4' },
    play: ({ element }) =>
      findDeep(element.shadowRoot as ShadowRoot, 'acme-step-card', 'acme-tabs', '[role=tab]:last-of-type').click(),
  }),
  widgetStory({
    widget,
    state: 'confirming',
    attributes: { 'campaign-id': 'cmp_4' },
    play: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=send]').click(),
  }),
  widgetStory({
    widget,
    state: 'launching',
    attributes: { 'campaign-id': 'cmp_0' },
    sample: { enrolling: 46_880 },
  }),
  ...(['sequence', 'people', 'settings'] as const).map((tab, at) =>
    widgetStory({
      widget,
      state: tab,
      attributes: { 'campaign-id': 'cmp_0' },
      play: async ({ element }) => {
        const root = element.shadowRoot as ShadowRoot;
        findDeep(root, 'acme-tabs.views', `[role=tab]:nth-of-type(${at + 2})`).click();
        await settle(root);
      },
    }),
  ),
  widgetStory({
    widget,
    state: 'completing',
    attributes: { 'campaign-id': 'cmp_0' },
    play: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      findDeep(root, 'acme-menu.further').dispatchEvent(new CustomEvent('choose', { detail: 'complete' }));
      await settle(root);
    },
  }),
];
