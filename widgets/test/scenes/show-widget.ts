import { onClear } from './clear-place.ts';
import type { Look, Scene } from './scene.ts';
import { settle } from './settle.ts';
import { stage, type Staged, type Staging } from '../stage.ts';

/** What a scene of an element says: how it is staged, and what happens to it before it is looked at. */
export interface WidgetScene extends Pick<Staging, 'attributes' | 'sample'> {
  widget: Staging['widget'];
  state: string;
  act?: (staged: Staged) => unknown;
}

/** A scene of an embeddable element over a workspace in memory. */
export function widgetScene({ widget, state, act, ...staging }: WidgetScene): Scene {
  return { of: widget, state, show: (place, look) => showWidget(place, look, { widget, ...staging }, act) };
}

async function showWidget(place: HTMLElement, look: Look, staging: Staging, act?: WidgetScene['act']): Promise<void> {
  const { locale, ...appearance } = look;
  const staged = stage({ ...staging, locale, appearance }, place);
  onClear(() => staged.instance.destroy());
  await customElements.whenDefined(staged.element.localName);
  await settle(place);
  if (!act) return;
  await act(staged);
  await settle(place);
}

const DOWN = Object.assign(new Error('down'), { status: 503, requestId: 'req_01K4' });

/** The states that every element has in the same way. */
export function usualScenes(
  widget: WidgetScene['widget'],
  attributes?: Staging['attributes'],
  sample: Staging['sample'] = {},
): Scene[] {
  const base = { widget, attributes, sample };
  return [
    widgetScene({ ...base, state: 'filled' }),
    widgetScene({ ...base, state: 'empty', sample: { ...sample, empty: true } }),
    widgetScene({ ...base, state: 'loading', sample: { ...sample, slow: true } }),
    widgetScene({ ...base, state: 'error', sample: { ...sample, fail: DOWN } }),
    widgetScene({ ...base, state: 'not-allowed', sample: { ...sample, permissions: [] } }),
    widgetScene({ ...base, state: 'offline', act: goOffline }),
  ];
}

/** The browser says that there is no network, until the next scene. */
export function goOffline(): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  dispatchEvent(new Event('offline'));
  // The instance's own getter hides the browser's; without it the browser's is seen again.
  onClear(() => Reflect.deleteProperty(navigator, 'onLine'));
}
