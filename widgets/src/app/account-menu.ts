import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { defineElement } from '../base/define-element.ts';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import type { Menu, MenuItem } from '../kit/menu.ts';
import type { App } from './app/app.ts';
import { pathTo } from './app-routes.ts';

const themes = ['light', 'dark', 'auto'] as const;

/** Defines what the button and its menu are made of; the first page does not wait for it. */
export async function loadAccountMenu({ tagPrefix }: App): Promise<void> {
  const [{ Avatar }, { Menu }] = await Promise.all([import('../kit/avatar.ts'), import('../kit/menu.ts')]);
  for (const part of [Avatar, Menu]) defineElement(tagPrefix, part);
}

/** Who is signed in and where, light or dark, help, and the way out: a button with their initials that opens a menu. */
export function accountMenu(app: App, session: Session): TemplateResult {
  const { user, workspace, organization } = session.current ?? {};
  const name = user?.name || user?.email || workspace?.name || '';
  const email = user?.email === name ? '' : user?.email;
  const menu = (): Menu | null => app.renderRoot.querySelector<Menu>('.account-menu');
  const label = msg('Account');
  let wasOpen = false;
  return html`<button
      class="entry account"
      title=${name || label}
      aria-haspopup="menu"
      @pointerdown=${() => (wasOpen = menu()?.isOpen ?? false)}
      @click=${(event: MouseEvent) => {
        const { currentTarget } = event;
        // Pressed while it was open, the press has closed it.
        if (currentTarget instanceof HTMLElement && (event.detail === 0 || !wasOpen))
          void loadAccountMenu(app).then(() => menu()?.openAt(currentTarget));
      }}
    >
      <x-avatar name=${name}></x-avatar>
      <span class="visually-hidden">${label}: ${[name, email].filter(Boolean).join(' ')}</span>
      <span class="words cut" aria-hidden="true"
        ><b class="cut">${name}</b>${email ? html`<small class="cut">${email}</small>` : nothing}</span
      >
    </button>
    <x-menu
      class="account-menu"
      bare
      label=${label}
      align="start"
      .items=${items(app, session)}
      @choose=${(event: CustomEvent<string>) => choose(app, event.detail)}
    >
      <div slot="head" class="who">
        <b class="cut">${name}</b>
        ${email ? html`<span class="cut">${email}</span>` : nothing}
        <span class="cut">${workspace?.name || organization?.name}</span>
      </div>
    </x-menu>`;
}

function items(app: App, session: Session): MenuItem[] {
  const words = { light: msg('Light'), dark: msg('Dark'), auto: msg('As the device') };
  const out: MenuItem[] = app.signsOut ? [{ id: 'sign-out', label: msg('Sign out'), divided: true }] : [];
  const account: MenuItem[] = session.current?.hasAccount ? [{ id: 'account', label: msg('Your account') }] : [];
  return [
    ...account,
    ...themes.map((theme, at) => ({
      id: theme,
      label: words[theme],
      checked: session.theme === theme,
      divided: at === 0,
    })),
    { id: 'help', label: msg('Help and keys'), divided: true, ...(app.shortcuts === 'off' ? {} : { shortcut: '?' }) },
    ...out,
  ];
}

function choose(app: App, id: string): void {
  const theme = themes.find((each) => each === id);
  if (theme) app.chooseTheme(theme);
  else if (id === 'account') app.go(pathTo('account'));
  else if (id === 'help') void app.overlays.open('help');
  else app.signOut();
}
