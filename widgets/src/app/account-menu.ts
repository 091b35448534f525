import { msg } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import type { Menu, MenuItem } from '../kit/menu.ts';
import type { App } from './app/app.ts';

const themes = ['light', 'dark', 'auto'] as const;

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
      aria-label="${label}: ${name}"
      aria-haspopup="menu"
      @pointerdown=${() => (wasOpen = menu()?.isOpen ?? false)}
      @click=${(event: MouseEvent) => {
        const { currentTarget } = event;
        // Pressed while it was open, the press has closed it.
        if (currentTarget instanceof HTMLElement && (event.detail === 0 || !wasOpen))
          void menu()?.openAt(currentTarget);
      }}
    >
      <x-avatar name=${name}></x-avatar>
      <span class="words cut"
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
  return [
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
  else if (id === 'help') void app.overlays.open('help');
  else app.signOut();
}
