import type { WidgetName } from '@tabard/contract';
import { init, type InitOptions, type Instance } from '../src/core/init.ts';
import type { Appearance } from '../src/core/theme-sheet.ts';
import { createSample, type Sample, type SampleOptions } from './sample-client.ts';

export interface Scene {
  widget: WidgetName;
  attributes?: Record<string, string>;
  appearance?: Appearance;
  locale?: string;
  sample?: SampleOptions;
  prefix?: string;
}

/** Puts one element on the page over a workspace in memory. */
export function stage(
  scene: Scene,
  options: Partial<InitOptions> = {},
): { element: HTMLElement; instance: Instance; sample: Sample } {
  const sample = createSample(scene.sample);
  const instance = init({
    baseUrl: location.origin,
    prefix: scene.prefix ?? 'acme',
    fetchClientSecret: async () => 'secret',
    client: sample.client,
    appearance: scene.appearance,
    locale: scene.locale ?? 'en',
    timeZone: 'Europe/Amsterdam',
    onNavigate: () => true,
    ...options,
  });
  const element = instance.create(scene.widget);
  for (const [name, value] of Object.entries(scene.attributes ?? {})) element.setAttribute(name, value);
  document.querySelector('main')?.append(element);
  return { element, instance, sample };
}

Object.assign(globalThis, { stage });
