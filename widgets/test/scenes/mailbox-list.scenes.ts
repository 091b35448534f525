import { findDeep } from './find-deep.ts';
import type { Scene } from './scene.ts';
import { usualScenes, widgetScene } from './show-widget.ts';

const widget = 'mailbox-list' as const;

export const scenes: readonly Scene[] = [
  ...usualScenes(widget),
  widgetScene({
    widget,
    state: 'connecting',
    act: ({ element }) => findDeep(element.shadowRoot as ShadowRoot, '.bar [icon=plus]').click(),
  }),
];
