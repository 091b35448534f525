import { onClear } from './clear-place.ts';
import type { Look, Story } from './story.ts';
import { settle } from './settle.ts';
import { stage, type Staged, type Staging } from '../stage.ts';

/** What a story of an element says: how it is staged, and what happens to it before it is looked at. */
export interface WidgetStory extends Pick<Staging, 'attributes' | 'sample'> {
  widget: Staging['widget'];
  state: string;
  play?: (staged: Staged) => unknown;
}

/** A story of an embeddable element over a workspace in memory. */
export function widgetStory({ widget, state, play, ...staging }: WidgetStory): Story {
  return { of: widget, state, show: (place, look) => showWidget(place, look, { widget, ...staging }, play) };
}

async function showWidget(place: HTMLElement, look: Look, staging: Staging, play?: WidgetStory['play']): Promise<void> {
  const { locale, ...appearance } = look;
  const staged = stage({ ...staging, locale, appearance }, place);
  onClear(() => staged.instance.destroy());
  await customElements.whenDefined(staged.element.localName);
  await settle(place);
  if (!play) return;
  await play(staged);
  await settle(place);
}

const DOWN = Object.assign(new Error('down'), { status: 503, code: 'internal.unavailable', requestId: 'req_01K4' });

/** The states that every element has in the same way. */
export function usualStories(
  widget: WidgetStory['widget'],
  attributes?: Staging['attributes'],
  sample: Staging['sample'] = {},
): Story[] {
  const base = { widget, attributes, sample };
  return [
    widgetStory({ ...base, state: 'filled' }),
    widgetStory({ ...base, state: 'empty', sample: { ...sample, empty: true } }),
    widgetStory({ ...base, state: 'loading', sample: { ...sample, slow: true } }),
    widgetStory({ ...base, state: 'error', sample: { ...sample, fail: DOWN } }),
    widgetStory({ ...base, state: 'not-allowed', sample: { ...sample, permissions: [] } }),
    widgetStory({ ...base, state: 'offline', play: goOffline }),
  ];
}

/** The browser says that there is no network, until the next story. */
export function goOffline(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  dispatchEvent(new Event('offline'));
  // The instance's own getter hides the browser's; without it the browser's is seen again.
  onClear(() => Reflect.deleteProperty(navigator, 'onLine'));
}
