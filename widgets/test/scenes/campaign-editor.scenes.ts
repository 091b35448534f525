import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { settle } from './settle.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'campaign-editor' as const;

export const scenes: readonly Scene[] = [
  ...usualScenes(widget, { 'campaign-id': 'cmp_0' }).filter(({ state }) => state !== 'empty'),
  widgetScene({ widget, state: 'fresh' }),
  widgetScene({ widget, state: 'draft', attributes: { 'campaign-id': 'cmp_4' } }),
  widgetScene({
    widget,
    state: 'preview',
    attributes: { 'campaign-id': 'cmp_4' },
    act: ({ element }) =>
      findDeep(element.shadowRoot as ShadowRoot, 'acme-step-card', 'acme-tabs', '[role=tab]:last-of-type').click(),
  }),
  widgetScene({
    widget,
    state: 'confirming',
    attributes: { 'campaign-id': 'cmp_4' },
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=send]').click(),
  }),
  widgetScene({
    widget,
    state: 'launching',
    attributes: { 'campaign-id': 'cmp_0' },
    sample: { enrolling: 46_880 },
  }),
  widgetScene({
    widget,
    state: 'statistics',
    attributes: { 'campaign-id': 'cmp_0' },
    act: async ({ element }) => {
      const root = element.shadowRoot as ShadowRoot;
      findDeep(root, 'acme-campaign-statistics', '.days > summary').click();
      await settle(root);
    },
  }),
];
