import { ALL } from '../sample-records.ts';
import type { Staged } from '../stage.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'role-list' as const;
const sample = { permissions: [...ALL, 'member.read', 'role.manage', 'settings.read'] };
const rootOf = ({ element }: Staged) => element.shadowRoot as ShadowRoot;

const begin = async (staged: Staged): Promise<void> => {
  findDeep(rootOf(staged), '.bar [icon=plus]').click();
  await settle(rootOf(staged));
};
const choose = async (staged: Staged, row: number, act: string): Promise<void> => {
  const table = rootOf(staged).querySelector('acme-table') as HTMLElement;
  const menu = findDeep(table.shadowRoot as ShadowRoot, `.line[data-index="${row}"] acme-menu`);
  menu.dispatchEvent(new CustomEvent('choose', { detail: act }));
  await settle(rootOf(staged));
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'making', sample, play: begin }),
  widgetStory({ widget, state: 'changing', sample, play: (staged) => choose(staged, 0, 'edit') }),
  widgetStory({ widget, state: 'permissions-and-people', sample, play: (staged) => choose(staged, 0, 'holders') }),
  widgetStory({ widget, state: 'removing', sample, play: (staged) => choose(staged, 0, 'remove') }),
];
