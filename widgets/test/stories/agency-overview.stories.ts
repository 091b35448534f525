import { ALL } from '../sample-records.ts';
import type { Staged } from '../stage.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'agency-overview' as const;
const sample = { permissions: [...ALL, 'organization.read', 'organization.manage'] };
const find = async ({ element }: Staged, words: string): Promise<void> => {
  const root = element.shadowRoot as ShadowRoot;
  findDeep(root, 'acme-search').dispatchEvent(new CustomEvent('search', { detail: words }));
  await settle(root);
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'nothing-found', sample, play: (staged) => find(staged, 'zzz') }),
];
