import { msg } from '@lit/localize';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { defineElement } from '../../base/define-element.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import type { SkeletonShape } from '../../kit/skeleton.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { loadAccountMenu } from '../account-menu.ts';
import { announceLine } from '../announce-line.ts';
import { maySee, pages, pageTitle, targetOf, type PageName } from '../app-pages.ts';
import { matchRoute } from '../app-routes.ts';
import { AppKeys } from '../app-keys.ts';
import { AppOverlays } from '../app-overlays.ts';
import { deepFocus } from '../deep-focus.ts';
import { followPages } from '../follow-pages.ts';
import type { Onboarding } from '../onboarding.ts';
import { leavePage } from '../leave-page.ts';
import { missingPage } from '../missing-page.ts';
import { onboardingOf } from '../onboarding-memory.ts';
import { PageStack, type OpenPage } from '../page-stack.ts';
import { pageView } from '../page-view.ts';
import { bottomBar, emptyShell, layoutFor, sideNavigation, topBar, type Layout, type Shell } from '../shell-frame.ts';
import { appStyles } from './app.styles.ts';

/**
 * The whole product as one element: navigation, pages, search, onboarding, light and dark. It has addresses of its own, such
 * as `/campaigns/{id}`, but never touches those of the page: the host hears where it goes, may take over, and may set `route`.
 *
 * Keys, while the focus is inside or nowhere: `g` and a letter go to a page, `?` shows all keys, `[` folds the navigation. `Ctrl K` or
 * `⌘ K` opens the command palette from anywhere on the page.
 *
 * @summary The full app.
 * @slot header - Content above everything.
 * @slot workspace - Takes the place of the workspace's name: room for the host's own switcher.
 * @slot notifications - Beside the search: room for a bell.
 * @slot account - At the foot of the navigation, above the account menu: the host's own.
 * @slot help - In the help sheet: the host's own ways to get help.
 * @event {CustomEvent<{ path: string, href: string | null, replace: boolean }>} navigate - It wants to go somewhere. Prevent it to go there yourself, or by setting `route`.
 * @event {CustomEvent<{ path: string, title: string, replace: boolean }>} change-route - It went there.
 * @event {CustomEvent<{ theme: 'light' | 'dark' | 'auto' }>} change-theme - Light or dark was chosen; keep it for the next visit if you like.
 * @event {CustomEvent<{ navigation: 'full' | 'rail' }>} change-navigation - The navigation was folded or unfolded.
 * @event {CustomEvent<null>} sign-out - Somebody wants to sign out; only with `signs-out`.
 * @event {CustomEvent<null>} dismiss-onboarding - The first steps were put away; set `onboarding` to `hidden` next time.
 * @event {CustomEvent<null>} load - The element is ready.
 * @event {CustomEvent<Failure>} load-error - Something in it could not be loaded.
 * @csspart root - The whole element.
 * @csspart navigation - The navigation, on phones the bar at the bottom.
 * @csspart page - The page that is shown.
 */
export class App extends Widget {
  static override tag = 'app';
  static override widgetName = 'app' as const;
  static override permission = 'workspace.read' as const;
  static override uses = widgetParts;
  static override styles = [Widget.styles, appStyles];
  protected override readonly skeleton = 'figures';
  readonly saysForAll = true;

  /** Where it is, such as `/inbox/cnv_…`. Set it to go somewhere. */
  @property({ reflect: true, useDefault: true }) route = '/';
  /** `full` with words, `rail` with icons only, `auto` as there is room. */
  @property({ reflect: true, useDefault: true }) navigation: 'auto' | 'full' | 'rail' = 'auto';
  /** `hidden` never shows the first steps by themselves; they stay reachable at `/get-started`. */
  @property() onboarding: 'auto' | 'hidden' = 'auto';
  /** `page` hears the key of the palette everywhere on the page and the letters while nothing has the focus, `inside` only in the element, `off` hears no keys. */
  @property() shortcuts: 'page' | 'inside' | 'off' = 'page';
  /** Offers to sign out in the account menu; the host hears `sign-out` and ends the session. */
  @property({ type: Boolean, attribute: 'signs-out' }) signsOut = false;
  /** Which layout it shows, as it decided by its width and `navigation`: for your style sheet of what stands in its slots. */
  @property({ reflect: true }) layout: Layout = 'full';
  @state() private room: Layout = 'full';
  @state() private said = (): string => '';
  @query('.page:not([inert])') private front!: HTMLElement | null;
  /** How far the workspace is; asked once the first page is there. */
  @state() firstSteps: Onboarding | null = null;

  /** The address of a place on the host's page; set by `followAddress`. @internal */
  @state() addressOf: ((path: string) => string) | null = null;

  readonly stack = new PageStack();
  readonly overlays = new AppOverlays(this);
  readonly #keys = new AppKeys(this);
  readonly #unread = new Query(this, {
    key: () => (this.session?.can('inbox.read') ? ['conversations', 'counts'] : null),
    ask: (session) => session.client.conversations.counts(),
  });
  readonly #resize = new ResizeObserver(([entry]) => {
    const room = layoutFor(entry?.contentRect.width);
    // Before anything is painted at once; later in the next frame, so that what is inside is measured once.
    if (this.stack.open.length > 0) requestAnimationFrame(() => (this.room = room));
    else this.room = room;
  });
  #asked = false;
  #focused: HTMLElement | null = null;
  #replace = false;
  /** Whether the route leads somewhere new. */
  #leads = false;
  /** The page of the last view, null where the route leads nowhere; undefined while there is no view. */
  #shown: OpenPage | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.#keys.start();
    void loadAccountMenu(this).catch(() => undefined);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#keys.stop();
  }

  /** Goes somewhere as if it was chosen inside: the host is asked first. Without `moves` the focus stays where it is. */
  go(path: string, replace = false, moves = true): void {
    if (path === this.route) return this.#again(path);
    const href = this.session?.linkTo(path) ?? null;
    if (!this.announce('navigate', { path, href, replace }) || this.session?.navigate(path) === false) return;
    [this.#asked, this.#replace] = [moves, replace];
    this.route = path;
  }

  focusPage(): void {
    this.front?.focus({ preventScroll: true });
  }

  /** The element of the page that is shown; its place while it loads. */
  get shownElement(): Element | null {
    return this.front?.firstElementChild ?? this.front;
  }
  /** Folds the navigation to icons, or back. */
  foldNavigation(): void {
    if (this.layout === 'phone') return;
    const navigation = this.layout === 'full' ? 'rail' : 'full';
    if (this.announce('change-navigation', { navigation })) this.navigation = navigation;
  }

  say(text: string): Promise<void> {
    return this.toast(text);
  }

  tryTo(act: () => PromiseLike<unknown>): Promise<boolean> {
    return this.attempt(act);
  }

  /** The same address again: what it names opens once more. */
  #again(path: string): void {
    const route = matchRoute(path);
    if (!route) return;
    if (route.name === 'lead') this.session?.cache.invalidate(['leads', 'get', route.id]);
    this.stack.show(route);
    this.#asked = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#arrive());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.stack.noteReach(!this.session?.offline);
    this.#shown = undefined;
    this.layout = this.room === 'phone' || this.navigation === 'auto' ? this.room : this.navigation;
    if (!changed.has('route') || !this.hasUpdated) return;
    const before = changed.get('route') ?? '/';
    const left = this.stack.open.at(-1);
    if (!leavePage(left, this.route, this.renderRoot)) return void (this.route = before);
    this.#focused = deepFocus(this.renderRoot as ShadowRoot);
    if (left) left.focused = this.#focused;
    this.stack.noteVisit(before, this.route);
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    followPages(this, this.renderRoot as ShadowRoot);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('route') && changed.get('route') !== undefined) this.#leads = true;
    // An address that came before anybody was signed in is not reached yet.
    if (!this.#leads || this.#shown === undefined) return;
    this.#leads = false;
    this.#arrive();
  }

  /** Puts the focus where somebody who went here expects it, and says where that is. */
  #arrive(): void {
    const page = this.#shown;
    const title = (): string => (page ? pageTitle(page.page) : msg('This page is not here'));
    this.said = announceLine(title, this.said);
    // Sent by the host, the focus moves only if it was in here: it would be lost with the page that is left.
    const kept = !this.#asked && page?.focused?.isConnected ? page.focused : this.front;
    if (this.#asked || this.#focused) kept?.focus({ preventScroll: true });
    this.announce('change-route', { path: this.route, title: title(), replace: this.#replace });
    [this.#asked, this.#replace] = [false, false];
  }

  get hidesOnboarding(): boolean {
    return this.onboarding === 'hidden' || (this.session !== null && onboardingOf(this.session).dismissed);
  }

  /** Fetches the code of a page before it is asked for. */
  preload(page: PageName): void {
    void pages[page].load().then((element) => defineElement(this.tagPrefix, element), this.onLost);
  }
  readonly onLost = (error: unknown): void => this.session?.report(toFailure(error));

  /** Light or dark, for everything of this session. The host hears it and may keep the choice; it holds for this visit anyway. */
  chooseTheme(theme: 'light' | 'dark' | 'auto'): void {
    const { session } = this;
    if (session && this.announce('change-theme', { theme })) {
      session.update({ appearance: { ...session.appearance, theme } });
    }
  }

  signOut(): void {
    this.announce('sign-out', null);
  }

  /** Puts the first steps away for this visit and tells the host. */
  dismissOnboarding(): void {
    if (this.session && this.announce('dismiss-onboarding', null)) onboardingOf(this.session).dismiss();
  }

  protected override view(session: Session): TemplateResult {
    const route = targetOf(session, this.route, this.stack.open.at(-1)?.route);
    const page = route && this.stack.show(route);
    this.#shown = page;
    if (page && !page.ready && !page.failure) void this.#load(page);
    const { layout } = this;
    const unread = this.#unread.value?.unread ?? 0;
    const shell: Shell = { app: this, session, layout, page: page?.page ?? null, unread };
    return html`<div class="shell ${layout}">
      ${layout === 'phone' ? topBar(shell) : sideNavigation(shell)}
      <div class="pages">${this.#pages(session, page)}</div>
      ${layout === 'phone' ? bottomBar(shell) : nothing}
      <p class="visually-hidden" role="status">${this.said()}</p>
      ${this.overlays.view(session, route)}
    </div>`;
  }

  /** Before anybody is known, the frame stands already. */
  protected override loading(shape: SkeletonShape = this.skeleton): TemplateResult {
    const skeleton = super.loading(shape);
    return this.session?.current ? skeleton : emptyShell(this.layout, skeleton);
  }

  async #load(page: OpenPage): Promise<void> {
    page.failure = null;
    try {
      defineElement(this.tagPrefix, await pages[page.page].load());
      page.ready = true;
      // What the navigation shows beside it can wait.
      if (!this.firstSteps && this.onboarding === 'auto') setTimeout(() => void this.#askFirstSteps(), 50);
    } catch (error) {
      page.failure = toFailure(error);
      this.onFailure(page.failure);
    }
    this.requestUpdate();
  }

  async #askFirstSteps(): Promise<void> {
    const { Onboarding } = await import('../onboarding.ts');
    if (this.isConnected) this.firstSteps ??= new Onboarding(this);
  }

  #pages(session: Session, front: OpenPage | null): TemplateResult {
    if (!front) return missingPage(() => this.go('/'));
    // In the order they were first opened: a page that is moved in the document forgets where it was scrolled to.
    return html`${repeat(
      this.stack.open.toSorted((one, other) => one.key - other.key),
      (page) => page.key,
      (page) =>
        html`<div
          class="page ${pages[page.page].fills ? 'fills' : ''}"
          part=${page === front ? 'page' : 'kept'}
          tabindex="-1"
          role="region"
          aria-label=${pageTitle(page.page)}
          ?inert=${page !== front}
        >
          ${this.#content(session, page)}
        </div>`,
    )}`;
  }

  #content(session: Session, page: OpenPage): unknown {
    if (!maySee(session, page.page)) return this.notAllowed();
    if (page.failure) return this.failed({ ...page.failure, retryable: true }, () => void this.#load(page));
    if (!page.ready) return this.loading(pages[page.page].skeleton);
    return pageView(page, this, session);
  }
}
