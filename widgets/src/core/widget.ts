import { ContextConsumer } from '@lit/context';
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import type { Permission, WidgetName } from '@tabard/contract';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Button } from '../kit/button.ts';
import { Skeleton, type SkeletonShape } from '../kit/skeleton.ts';
import type { Toast, Toaster } from '../kit/toaster.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { defineElement } from './define-element.ts';
import { toFailure, type Failure } from './failure.ts';
import type { Format } from './format.ts';
import { createFormat } from './format.ts';
import { html } from './html.ts';
import { directionOf } from './locale.ts';
import { PrefixedElement, type PrefixedElementClass } from './prefixed-element.ts';
import type { Query } from './query.ts';
import { onSessionRegistered, registeredSession, sessionContext } from './session-registry.ts';
import type { Session } from './session.ts';

/** Elements every widget needs, whatever it shows. */
export const widgetParts: readonly PrefixedElementClass[] = [Button, Skeleton];

/** What `:state()` tells a host's style sheet. */
type Shown = 'loading' | 'ready' | 'failed' | 'not-allowed';

/**
 * The base of every embeddable element: finds its session, shows its states, contains its own errors.
 *
 * @slot header - Content above the element's own.
 * @event {CustomEvent<null>} load - The session is open and the element shows its own content.
 * @event {CustomEvent<Failure>} load-error - What the element shows could not be loaded.
 * @csspart root - The whole element.
 * @csspart skeleton - The shape of what is about to come, while it loads.
 * @csspart error - What stands in its place when it could not be loaded.
 * @csspart no-permission - What stands in its place when this person may not see it.
 * @cssState loading - Something it shows is still on its way.
 * @cssState ready - Everything it shows is there.
 * @cssState failed - Something it shows could not be loaded.
 * @cssState not-allowed - This person may not see it.
 */
export abstract class Widget extends PrefixedElement {
  static override styles: CSSResultGroup = widgetStyles;
  /** What the session must allow for the element to show anything. */
  static permission: Permission;
  static widgetName: WidgetName;
  /** Parts that the first paint can do without; they come right after it and take their places by themselves. */
  static later: readonly (() => Promise<PrefixedElementClass>)[] = [
    async () => (await import('../kit/empty-state.ts')).EmptyState,
    async () => (await import('../kit/banner.ts')).Banner,
    async () => (await import('../kit/toaster.ts')).Toaster,
  ];

  /** The session of the nearest provider, or of `init` with this prefix. Set by `create`. @internal */
  @property({ attribute: false }) session: Session | null = null;
  @query('.toaster') private toaster!: Toaster | null;

  #assigned = false;
  #loaded = false;
  #stop: (() => void)[] = [];
  #renderFailure: Failure | null = null;
  #shown: Shown = 'loading';
  readonly #internals = this.attachInternals();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
    new ContextConsumer(this, {
      context: sessionContext,
      subscribe: true,
      callback: (session) => session && this.#use(session),
    });
  }

  /** What the element shows once the session is there. */
  protected abstract view(session: Session): TemplateResult;
  /** The shape of what is about to come. */
  protected readonly skeleton: SkeletonShape = 'table';

  protected get format(): Format {
    return this.session?.format ?? createFormat('en');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.session) this.#assigned = true;
    this.#stop.push(onSessionRegistered(() => this.#useRegistered()));
    this.#useRegistered();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stop.splice(0)) stop();
  }

  #useRegistered(): void {
    if (!this.#assigned && !this.session) this.session = registeredSession(this.tagPrefix);
  }

  #use(session: Session): void {
    if (!this.#assigned) this.session = session;
  }

  #follow(): void {
    const session = this.session;
    if (!session) return;
    const onChange = (): void => this.requestUpdate();
    session.addEventListener('change', onChange);
    this.#stop.push(() => session.removeEventListener('change', onChange));
    void session.enter();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session') && this.session) {
      const root = this.renderRoot as ShadowRoot;
      const own = root.adoptedStyleSheets.filter(
        (sheet) => sheet !== (changed.get('session') as Session | null)?.themeSheet,
      );
      root.adoptedStyleSheets = [this.session.themeSheet, ...own.filter((sheet) => sheet !== this.session?.themeSheet)];
      if (this.isConnected) this.#follow();
    }
  }

  override render(): TemplateResult {
    const direction = this.session ? directionOf(this.session.locale) : 'ltr';
    return html`<div class="root" part="root" dir=${direction} lang=${this.format.locale}>
      <slot name="header"></slot>
      ${this.#contained()}
      <x-toaster class="toaster"></x-toaster>
    </div>`;
  }

  readonly #report = (error: unknown): void => this.session?.report(toFailure(error));

  #contained(): TemplateResult {
    try {
      return this.#content();
    } catch (error) {
      // One broken element never takes the page down: it says so in its own box.
      this.#renderFailure = toFailure({
        kind: 'server',
        code: 'client.render',
        message: String(error),
        retryable: true,
      });
      this.session?.report(this.#renderFailure);
      console.error(error);
      return this.failed(this.#renderFailure, () => this.requestUpdate());
    }
  }

  #content(): TemplateResult {
    const session = this.session;
    this.#shown = 'ready';
    if (session?.failure && !session.current) {
      return this.failed(session.failure, () => void session.enter());
    }
    if (!session?.current) return this.loading();
    const { permission, widgetName } = this.constructor as typeof Widget;
    if (!session.can(permission) || !session.shows(widgetName)) return this.notAllowed();
    return html`${
      session.offline
        ? html`<x-banner tone="warning" icon="offline"
            >${msg('You are offline. This is what was loaded last.')}</x-banner
          >`
        : ''
    }${this.view(session)}`;
  }

  protected override firstUpdated(): void {
    for (const load of (this.constructor as typeof Widget).later) {
      void load().then((part) => defineElement(this.tagPrefix, part), this.#report);
    }
  }

  protected override updated(_changed: PropertyValues): void {
    const { states } = this.#internals;
    if (!states.has(this.#shown)) {
      states.clear();
      states.add(this.#shown);
    }
    if (!this.#loaded && this.session?.current) {
      this.#loaded = true;
      this.announce('load');
    }
  }

  protected loading(shape: SkeletonShape = this.skeleton): TemplateResult {
    if (this.#shown === 'ready') this.#shown = 'loading';
    return html`<x-skeleton part="skeleton" shape=${shape} label=${msg('Loading')}></x-skeleton>`;
  }

  protected notAllowed(): TemplateResult {
    this.#shown = 'not-allowed';
    return html`<x-empty
      part="no-permission"
      drawing="lock"
      heading=${msg('You cannot see this')}
      text=${msg('An administrator of this workspace can give you access.')}
    ></x-empty>`;
  }

  /** What happened, what to do, and a number to quote. */
  protected failed(failure: Failure, retry: () => void): TemplateResult {
    this.#shown = 'failed';
    return html`<x-empty
      part="error"
      role="alert"
      drawing="broken"
      heading=${headingOf(failure)}
      text=${textOf(failure)}
      reference=${failure.requestId ?? ''}
    >
      ${
        failure.retryable || failure.kind === 'authentication'
          ? html`<x-button icon="refresh" @click=${retry}>${msg('Try again')}</x-button>`
          : ''
      }
    </x-empty>`;
  }

  /** Shows a query's answer, or the state it is in instead. */
  protected show<T>(asked: Query<T>, content: (value: T) => unknown, shape?: SkeletonShape): unknown {
    if (asked.value !== null) return content(asked.value);
    if (asked.failure) return this.failed(asked.failure, () => void asked.reload());
    return this.loading(shape);
  }

  /** Tells the host about a failure it may want to handle. */
  protected readonly onFailure = (failure: Failure): void => {
    this.announce('load-error', failure);
    this.session?.report(failure);
  };

  protected async toast(toast: Toast | string): Promise<void> {
    await customElements.whenDefined(`${this.tagPrefix}-toaster`);
    this.toaster?.show(typeof toast === 'string' ? { text: toast } : toast);
  }

  /** Runs a change; when it fails, says so and what to do. Returns whether it worked. */
  protected async attempt(change: () => PromiseLike<unknown>, undo?: () => void): Promise<boolean> {
    try {
      await change();
      return true;
    } catch (error) {
      undo?.();
      const failure = toFailure(error);
      void this.toast({ text: textOf(failure), tone: 'danger' });
      this.session?.report(failure);
      return false;
    }
  }

  /** Asks to go somewhere: the host hears it and may take over. False when it did. */
  protected navigate(path: string): boolean {
    return this.announce('navigate', { path }) && (this.session?.navigate(path) ?? true);
  }
}

function headingOf(failure: Failure): string {
  if (failure.code === 'client.signed_out') return msg('You are signed out');
  const headings: Record<Failure['kind'], string> = {
    connection: msg('No connection'),
    authentication: msg('Your session could not be opened'),
    permission: msg('You cannot see this'),
    not_found: msg('This is no longer here'),
    invalid: msg('This did not work'),
    rate_limit: msg('Too many requests'),
    server: msg('This could not be loaded'),
  };
  return headings[failure.kind];
}

/** A sentence for people: the platform's own where it has one. */
export function textOf(failure: Failure): string {
  if (failure.kind === 'connection') return msg('The service cannot be reached. Check your connection and try again.');
  if (failure.kind === 'authentication') return msg('Reload the page to sign in again.');
  if (failure.code === 'client.render')
    return msg('Something in this part went wrong. The rest of the page still works.');
  const details = failure.details.map((detail) => detail.message).join(' ');
  return details || failure.message || msg('Something went wrong. Try again in a moment.');
}
