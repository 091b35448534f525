import { msg } from '@lit/localize';
import type { Session } from '../core/session.ts';
import type { App } from './app/app.ts';
import { actRoutes } from './act-routes.ts';
import { pageKeys } from './app-keys.ts';
import { pages, pageTitle, seenPages } from './app-pages.ts';
import { pathTo } from './app-routes.ts';
import type { ShellIcon } from './shell-icon.ts';

/** Something the palette can do. */
export interface Command {
  id: string;
  label: string;
  hint?: string;
  icon: ShellIcon;
  keys?: readonly string[];
  /** Other words that find it. */
  words?: string;
  run: () => void;
}

/** Ways to the pages this session may see. */
export function pageCommands(app: App, session: Session): Command[] {
  const keys = new Map(pageKeys().map((each) => [each.page, each.keys]));
  return seenPages(session)
    .filter(
      (page) => page !== 'campaign' && page !== 'lead-page' && (page !== 'account' || session.current?.hasAccount),
    )
    .map((page) => ({
      id: `page-${page}`,
      label: pageTitle(page),
      icon: pages[page].icon,
      keys: app.shortcuts === 'off' ? undefined : keys.get(page),
      run: () => app.go(app.stack.pathOfEntry(page)),
    }));
}

/** Actions this session may do, wherever it is. */
export function actCommands(app: App, session: Session): Command[] {
  const goes = (
    id: keyof typeof actRoutes | 'new-campaign',
    label: string,
    icon: ShellIcon,
    words: string,
  ): Command => ({
    id,
    label,
    icon,
    words,
    run: () => app.go(pathTo(id)),
  });
  const themes = {
    light: msg('Light appearance'),
    dark: msg('Dark appearance'),
    auto: msg('Appearance as the device'),
  };
  return [
    ...(session.can('campaign.write')
      ? [goes('new-campaign', msg('New campaign'), 'plus', msg('create write sequence'))]
      : []),
    ...(session.can(actRoutes['import-leads'].needs)
      ? [goes('import-leads', msg('Import leads'), 'upload', msg('csv file upload'))]
      : []),
    ...(session.can(actRoutes['add-lead'].needs)
      ? [goes('add-lead', msg('Add a lead'), 'plus', msg('create person'))]
      : []),
    ...(session.can(actRoutes['connect-mailbox'].needs)
      ? [goes('connect-mailbox', msg('Connect a mailbox'), 'mailboxes', msg('add email account'))]
      : []),
    ...(['light', 'dark', 'auto'] as const)
      .filter((theme) => theme !== session.theme)
      .map((theme) => ({
        id: `theme-${theme}`,
        label: themes[theme],
        icon: theme,
        words: msg('theme colour mode'),
        run: () => app.chooseTheme(theme),
      })),
    {
      id: 'help',
      label: msg('Help and keys'),
      icon: 'keys',
      keys: app.shortcuts === 'off' ? undefined : ['?'],
      words: msg('shortcuts keyboard'),
      run: () => void app.overlays.open('help'),
    },
  ];
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The commands that begin a word with each word of the text; those whose label begins with it come first. */
export function matchCommands(commands: readonly Command[], text: string): Command[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean);
  const begins = (command: Command): boolean => fold(command.label).startsWith(wanted.join(' '));
  const found = commands.filter(({ label, hint, words }) => {
    const known = fold(`${label} ${hint ?? ''} ${words ?? ''}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((word) => known.some((one) => one.startsWith(word)));
  });
  return [...found.filter(begins), ...found.filter((command) => !begins(command))];
}
