import type { WidgetName } from '@tabard/contract';
import { init, type InitOptions, type Instance } from '../src/core/init.ts';
import type { Appearance } from '../src/core/theme-sheet.ts';
import { rememberAnswers } from './walk/known-words.ts';
import { createSample, type Sample, type SampleOptions } from './sample-client.ts';

/** One element over a workspace in memory, and how the page wants it. */
export interface Staging {
  widget: WidgetName;
  attributes?: Record<string, string>;
  appearance?: Appearance;
  locale?: string;
  sample?: SampleOptions;
  prefix?: string;
}
export interface Staged {
  element: HTMLElement;
  instance: Instance;
  sample: Sample;
}

/** A prefix is connected once: who stages again has done with what was there. */
const staged = new Map<string, Instance>();

/** Puts one element on the page over a workspace in memory. */
export function stage(
  staging: Staging,
  place: Element | null = document.querySelector('main'),
  options: Partial<InitOptions> = {},
): Staged {
  const sample = createSample(staging.sample);
  const prefix = staging.prefix ?? 'acme';
  staged.get(prefix)?.destroy();
  const instance = init({
    baseUrl: location.origin,
    prefix,
    fetchClientSecret: async () => 'secret',
    client: rememberAnswers(sample.client),
    appearance: staging.appearance,
    locale: staging.locale ?? 'en',
    timeZone: 'Europe/Amsterdam',
    onNavigate: () => true,
    ...options,
  });
  staged.set(prefix, instance);
  const element = instance.create(staging.widget);
  for (const [name, value] of Object.entries(staging.attributes ?? {})) element.setAttribute(name, value);
  place?.append(element);
  const given = { element, instance, sample };
  // For those who drive the page from outside.
  Object.assign(globalThis, { staged: given });
  return given;
}

Object.assign(globalThis, { stage });
