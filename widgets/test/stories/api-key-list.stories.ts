import { ALL } from '../sample-records.ts';
import type { Staged } from '../stage.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'api-key-list' as const;
const sample = { permissions: [...ALL, 'api_key.manage'] };
const rootOf = ({ element }: Staged) => element.shadowRoot as ShadowRoot;

const begin = async (staged: Staged): Promise<ShadowRoot> => {
  findDeep(rootOf(staged), '.bar [icon=plus]').click();
  await settle(rootOf(staged));
  return rootOf(staged);
};
const choose = async (staged: Staged, row: number, act: string): Promise<ShadowRoot> => {
  const table = rootOf(staged).querySelector('acme-table') as HTMLElement;
  const menu = findDeep(table.shadowRoot as ShadowRoot, `.line[data-index="${row}"] acme-menu`);
  menu.dispatchEvent(new CustomEvent('choose', { detail: act }));
  await settle(rootOf(staged));
  return rootOf(staged);
};
const press = async (root: ShadowRoot): Promise<void> => {
  findDeep(root, 'acme-button[slot=footer]').click();
  await settle(root);
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({
    widget,
    state: 'ended',
    sample,
    play: async (staged) => {
      findDeep(rootOf(staged), 'acme-tabs').dispatchEvent(new CustomEvent('choose', { detail: 'ended' }));
      await settle(rootOf(staged));
    },
  }),
  widgetStory({ widget, state: 'making', sample, play: begin }),
  widgetStory({
    widget,
    state: 'choosing-permissions',
    sample,
    play: async (staged) => {
      const root = await begin(staged);
      const may = findDeep<HTMLElement & { value: string }>(root, 'acme-radio-group:nth-of-type(2)');
      may.value = 'chosen';
      may.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(root);
    },
  }),
  widgetStory({ widget, state: 'changing', sample, play: (staged) => choose(staged, 0, 'edit') }),
  widgetStory({ widget, state: 'rotating', sample, play: (staged) => choose(staged, 0, 'rotate') }),
  widgetStory({
    widget,
    state: 'secret',
    sample,
    play: async (staged) => press(await choose(staged, 0, 'rotate')),
  }),
  widgetStory({ widget, state: 'revoking', sample, play: (staged) => choose(staged, 0, 'revoke') }),
];
