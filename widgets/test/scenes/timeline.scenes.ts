import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'timeline' as const;
const attributes = { 'record-id': 'lea_000000' };

export const scenes: readonly Scene[] = [
  ...usualScenes(widget, attributes),
  widgetScene({
    widget,
    state: 'more',
    attributes,
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.more acme-button').click(),
  }),
  widgetScene({ widget, state: 'campaign', attributes: { noun: 'campaign', 'record-id': 'cmp_0' } }),
  widgetScene({ widget, state: 'mailbox', attributes: { noun: 'mailbox', 'record-id': 'mbx_0' } }),
];
