import { ALL } from '../sample-records.ts';
import type { Staged } from '../stage.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { until } from '../until.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'organization-tree' as const;
const sample = {
  permissions: [...ALL, 'organization.read', 'organization.manage'],
};
const rootOf = ({ element }: Staged) => element.shadowRoot as ShadowRoot;
const treeOf = (staged: Staged) => rootOf(staged).querySelector('acme-tree') as HTMLElement;

const toggle = async (staged: Staged, id: string): Promise<void> => {
  treeOf(staged).dispatchEvent(new CustomEvent('toggle', { detail: id }));
  await settle(rootOf(staged));
};
const open = async (staged: Staged): Promise<void> => {
  await toggle(staged, 'org_1');
  await toggle(staged, 'org_2');
};
const act = async (staged: Staged, id: string, what: string): Promise<void> => {
  await open(staged);
  treeOf(staged).dispatchEvent(new CustomEvent('act', { detail: { act: what, id } }));
  await settle(rootOf(staged));
};
const find = async (staged: Staged, words: string): Promise<void> => {
  const field = findDeep(rootOf(staged), 'acme-search');
  field.dispatchEvent(new CustomEvent('search', { detail: words }));
  await settle(rootOf(staged));
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'open', sample, play: open }),
  widgetStory({ widget, state: 'found', sample, play: (staged) => find(staged, 'har') }),
  widgetStory({ widget, state: 'nothing-found', sample, play: (staged) => find(staged, 'zzz') }),
  widgetStory({ widget, state: 'making', sample, play: (staged) => act(staged, 'org_1', 'create-organization') }),
  widgetStory({ widget, state: 'moving', sample, play: (staged) => act(staged, 'wsp_2', 'move') }),
  widgetStory({ widget, state: 'suspending', sample, play: (staged) => act(staged, 'org_1', 'suspend') }),
  widgetStory({ widget, state: 'signing-on', sample, play: (staged) => act(staged, 'org_1', 'sign-on') }),
  widgetStory({
    widget,
    state: 'signing-on-tested',
    sample,
    play: async (staged) => {
      await act(staged, 'org_1', 'sign-on');
      const tasks = rootOf(staged).querySelector('acme-sign-on-tasks')!.shadowRoot!;
      await until(() => tasks.querySelector('acme-checkbox'));
      tasks.querySelectorAll<HTMLElement>('[slot=footer] acme-button')[1]!.click();
      await until(() => tasks.querySelector('li'));
      await settle(rootOf(staged));
    },
  }),
  widgetStory({ widget, state: 'deleting', sample, play: (staged) => act(staged, 'wsp_2', 'delete') }),
];
