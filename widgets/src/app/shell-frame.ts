import { msg, str } from '@lit/localize';
import { nothing, type TemplateResult } from 'lit';
import { html } from '../base/html.ts';
import type { Session } from '../core/session.ts';
import { accountMenu } from './account-menu.ts';
import type { App } from './app/app.ts';
import { modifierKey } from './app-keys.ts';
import { entryOf, groupTitle, pages, pageTitle, seenPages, type PageName } from './app-pages.ts';
import { progressRing } from './progress-ring.ts';
import { shellIcon } from './shell-icon.ts';

export type Layout = 'phone' | 'rail' | 'full';
const PHONE = 720;
const ROOMY = 1040;

/** How the frame stands in the room there is. */
export const layoutFor = (width = ROOMY): Layout => (width < PHONE ? 'phone' : width < ROOMY ? 'rail' : 'full');

/** What the frame around the pages shows. */
export interface Shell {
  app: App;
  session: Session;
  layout: Layout;
  /** The page in front. */
  page: PageName | null;
  unread: number;
}

const GROUPS = ['outreach', 'insight', 'setup', 'settings'] as const;
/** What a thumb reaches first; the rest is behind "More". */
const AT_HAND: readonly PageName[] = ['home', 'campaigns', 'inbox', 'leads'];

/** The frame before it is known whose it is. */
export const emptyShell = (layout: Shell['layout'], page: unknown): TemplateResult =>
  html`<div class="shell ${layout}">
    <div class=${layout === 'phone' ? 'top' : 'side'}></div>
    <div class="pages"><div class="page">${page}</div></div>
  </div>`;

/** The navigation at the start side. */
export function sideNavigation(shell: Shell): TemplateResult {
  const { app, layout } = shell;
  const full = layout === 'full';
  return html`<div class="side">
    ${skipLink(app)} ${workspace(shell)}
    <div class="tools">${finder(app)}<slot name="notifications"></slot></div>
    <nav part="navigation" aria-label=${msg('Main')}>${entries(shell)}</nav>
    <div class="foot">
      <slot name="account"></slot>
      <div class="controls">
        ${accountMenu(app, shell.session)}
        <button
          class="tool"
          title=${full ? msg('Fold the navigation') : msg('Unfold the navigation')}
          aria-label=${msg('Navigation with words')}
          aria-pressed=${full}
          @click=${() => app.foldNavigation()}
        >
          ${shellIcon('side')}
        </button>
      </div>
    </div>
  </div>`;
}

/** On phones, what stands over the pages. */
export function topBar(shell: Shell): TemplateResult {
  const { app } = shell;
  return html`<div class="top">
    ${skipLink(app)} ${workspace(shell)}<slot name="notifications"></slot>
    <button class="tool" aria-label=${msg('Search')} @click=${() => void app.overlays.open('palette')}>
      ${shellIcon('search')}
    </button>
    ${accountMenu(app, shell.session)}
  </div>`;
}

/** On phones, what a thumb reaches under the pages; everything else is in a sheet. */
export function bottomBar(shell: Shell): TemplateResult {
  const { app, session, page } = shell;
  const seen = seenPages(session);
  const atHand = AT_HAND.filter((name) => seen.includes(name));
  const sheet = (): HTMLDialogElement | null => app.renderRoot.querySelector<HTMLDialogElement>('.sheet');
  const behind = page !== null && !atHand.includes(entryOf(page));
  return html`<nav class="bottom" part="navigation" aria-label=${msg('Main')}>
      ${atHand.map((name) => entry(shell, name))}
      <button class="entry ${behind ? 'behind' : ''}" aria-haspopup="dialog" @click=${() => sheet()?.showModal()}>
        ${shellIcon('more')}<span class="words">${msg('More')}</span>
      </button>
    </nav>
    <dialog
      class="sheet"
      aria-label=${msg('More')}
      @click=${(event: Event) => event.target === event.currentTarget && sheet()?.close()}
    >
      <div class="inside" @click=${(event: Event) => (event.target as Element).closest('.entry') && sheet()?.close()}>
        <div class="entries">${entries(shell)}</div>
        <slot name="account"></slot>
      </div>
    </dialog>`;
}

function skipLink(app: App): TemplateResult {
  return html`<button class="skip" @click=${() => app.focusPage()}>${msg('Skip to content')}</button>`;
}

function workspace({ app, session }: Shell): TemplateResult {
  const { brand, name: own = '' } = session.current?.workspace ?? {};
  const name = brand?.displayName || own;
  const owner = session.current?.organization.name;
  return html`<slot name="workspace"
    ><div class="workspace">
      <span class="mark" aria-hidden="true"
        >${/^./u.exec(name)?.[0]}${app.hasAttribute('shows-logo') && brand?.markUrl ? markPicture(brand.markUrl) : ''}</span
      >
      <span class="words cut"
        ><b class="cut">${name}</b>${owner === name ? '' : html`<small class="cut">${owner}</small>`}</span
      >
    </div></slot
  >`;
}

/** The square logo over the letter, which is seen where it does not come. Pages of ours alone ask for it: those of hosts may let no picture in. */
const markPicture = (url: string): TemplateResult =>
  html`<img class="cover" src=${url} alt="" @load=${showPicture} @error=${showPicture} />`;
const showPicture = ({ type, target }: Event): void => void ((target as HTMLElement).hidden = type === 'error');

function finder(app: App): TemplateResult {
  return html`<button
    class="entry find"
    title=${msg('Search')}
    aria-haspopup="dialog"
    @pointerenter=${() => app.overlays.preload()}
    @click=${() => void app.overlays.open('palette')}
  >
    ${shellIcon('search')}<span class="words">${msg('Search')}</span>
    ${app.shortcuts === 'off' ? nothing : html`<kbd aria-hidden="true">${modifierKey()} K</kbd>`}
  </button>`;
}

function entries(shell: Shell): TemplateResult {
  const seen = seenPages(shell.session);
  const list = (names: readonly PageName[], label: string): unknown =>
    names.length === 0
      ? nothing
      : html`<p class="group" aria-hidden="true">${label}</p>
          <ul aria-label=${label || msg('Main')}>
            ${names.map((name) => html`<li>${entry(shell, name)}</li>`)}
          </ul>`;
  const progress = shell.app.firstSteps?.progress;
  const starting = progress && progress.done < progress.total && !shell.app.hidesOnboarding;
  const first: PageName[] = seen.filter((name) => name === 'home' || (name === 'get-started' && starting));
  return html`${list(first, '')}
  ${GROUPS.map((group) =>
    list(
      seen.filter((name) => pages[name].group === group),
      groupTitle(group),
    ),
  )}`;
}

function entry(shell: Shell, name: PageName): TemplateResult {
  const { app, session, page, layout, unread } = shell;
  // Where it has an address, it is a link that can be opened elsewhere.
  const path = app.stack.pathOfEntry(name);
  const href = session.linkTo(path) ?? app.addressOf?.(path);
  const current = page && entryOf(page) === name ? 'page' : nothing;
  const title = layout === 'rail' ? pageTitle(name) : nothing;
  const count = name === 'inbox' ? unread : 0;
  const progress = name === 'get-started' ? app.firstSteps?.progress : null;
  const inner = html`${progress ? progressRing(progress.done, progress.total) : shellIcon(pages[name].icon)}
    <span class="words">${pageTitle(name)}</span>
    ${
      count
        ? html`<span class="count num" aria-hidden="true">${session.format.compact(count)}</span
            ><span class="visually-hidden">${msg(str`${count} unread`)}</span>`
        : nothing
    }
    ${progress ? html`<span class="count num">${progress.done}/${progress.total}</span>` : nothing}`;
  const visit = (event: MouseEvent): void => {
    // With a key held down the browser opens the link elsewhere, as with any link.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.go(path);
  };
  const near = (): void => app.preload(name);
  return href
    ? html`<a class="entry" href=${href} title=${title} aria-current=${current} @click=${visit} @pointerenter=${near}
        >${inner}</a
      >`
    : html`<button class="entry" title=${title} aria-current=${current} @click=${visit} @pointerenter=${near}>
        ${inner}
      </button>`;
}
