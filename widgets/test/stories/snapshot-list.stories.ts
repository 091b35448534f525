import { ALL } from '../sample-records.ts';
import type { Staged } from '../stage.ts';
import { until } from '../until.ts';
import { findDeep } from './find-deep.ts';
import { settle } from './settle.ts';
import type { Story } from './story.ts';
import { usualStories, widgetStory } from './show-widget.ts';

const widget = 'snapshot-list' as const;
const sample = { permissions: [...ALL, 'organization.read', 'organization.manage'] };
const rootOf = ({ element }: Staged) => element.shadowRoot as ShadowRoot;

const choose = async (staged: Staged, row: number, act: string): Promise<void> => {
  const table = rootOf(staged).querySelector('acme-table') as HTMLElement;
  const menu = findDeep(table.shadowRoot as ShadowRoot, `.line[data-index="${row}"] acme-menu`);
  menu.dispatchEvent(new CustomEvent('choose', { detail: act }));
  await settle(rootOf(staged));
};
const press = async (staged: Staged, icon: string): Promise<void> => {
  findDeep(rootOf(staged), `.bar [icon=${icon}]`).click();
  await settle(rootOf(staged));
};
/** The drawer of the first one, when its workspaces are there. */
const open = async (staged: Staged): Promise<ShadowRoot> => {
  await choose(staged, 0, 'open');
  const deep = (): ShadowRoot | undefined =>
    rootOf(staged).querySelector('acme-snapshot-drawer')?.shadowRoot?.querySelector('acme-snapshot-places')
      ?.shadowRoot ?? undefined;
  await until(deep);
  const places = deep()!; // it is there
  await until(() => places.querySelector('.place'));
  await settle(rootOf(staged));
  return places;
};

export const stories: readonly Story[] = [
  ...usualStories(widget, undefined, sample),
  widgetStory({ widget, state: 'taking', sample, play: (staged) => press(staged, 'plus') }),
  widgetStory({ widget, state: 'adding', sample, play: (staged) => press(staged, 'upload') }),
  widgetStory({ widget, state: 'removing', sample, play: (staged) => choose(staged, 0, 'remove') }),
  widgetStory({ widget, state: 'open', sample, play: async (staged) => void (await open(staged)) }),
  widgetStory({
    widget,
    state: 'drifted',
    sample,
    play: async (staged) => {
      const places = await open(staged);
      places.querySelector<HTMLElement>('.acts > acme-button:last-child')!.click();
      await until(() => places.querySelectorAll('details').length > 2);
      for (const details of places.querySelectorAll('details')) details.open = true;
      await settle(rootOf(staged));
    },
  }),
  widgetStory({
    widget,
    state: 'rolling-out',
    sample,
    play: async (staged) => {
      const places = await open(staged);
      places.querySelector<HTMLElement>('.acts acme-checkbox')!.shadowRoot!.querySelector('input')!.click();
      await settle(rootOf(staged));
      places.querySelector<HTMLElement>('.acts acme-button.push')!.click();
      await settle(rootOf(staged));
    },
  }),
  widgetStory({
    widget,
    state: 'contents',
    sample,
    play: async (staged) => {
      await open(staged);
      const drawer = rootOf(staged).querySelector('acme-snapshot-drawer')!.shadowRoot!;
      drawer.querySelector('acme-tabs')!.dispatchEvent(new CustomEvent('choose', { detail: 'contents' }));
      await until(() => drawer.querySelector('h3'));
      await settle(rootOf(staged));
    },
  }),
];
