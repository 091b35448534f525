import { msg } from '@lit/localize';
import type { Permission, WidgetConfiguration, WidgetName } from '@tabard/contract';
import { css, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from '../base/decorators.ts';
import type { SkeletonShape } from '../kit/skeleton.ts';
import type { Toast, Toaster } from '../kit/toaster.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { defineElement } from '../base/define-element.ts';
import { toFailure, type Failure } from '../base/failure.ts';
import type { Format } from './format.ts';
import { createFormat } from './format.ts';
import { html } from '../base/html.ts';
import { hidePartsSheet } from './hide-parts.ts';
import { directionOf } from './locale.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Query } from './query.ts';
import { SessionElement } from './session-element.ts';
import type { Session } from './session.ts';
import type * as states from './widget-states.ts';

/** What `:state()` tells a host's style sheet. */
type Shown = 'loading' | 'ready' | 'failed' | 'not-allowed';
type States = typeof states;

/** The views of what is seldom shown, once somebody needed them. */
let views: States | null = null;

/**
 * The base of every embeddable element: finds its session, shows its states, contains its own errors.
 *
 * @slot header - Content above the element's own.
 * @event {CustomEvent<null>} load-start - The element has a session and begins to load.
 * @event {CustomEvent<null>} load - The session is open and the element shows its own content.
 * @event {CustomEvent<{ milliseconds: number }>} ready - Everything the element shows at first is there.
 * @event {CustomEvent<Failure>} load-error - What the element shows could not be loaded.
 * @event {CustomEvent<Failure>} session-expired - The session is over; the element says so.
 * @event {CustomEvent<{ inlineSize: number, blockSize: number }>} resize - The element's box changed; px.
 * @csspart root - The whole element.
 * @csspart skeleton - The shape of what is about to come, while it loads.
 * @csspart error - What stands in its place when it could not be loaded.
 * @csspart no-permission - What stands in its place when this person may not see it.
 * @csspart offline - The line that says since when nothing new could be read.
 * @cssState loading - Something it shows is still on its way.
 * @cssState ready - Everything it shows is there.
 * @cssState failed - Something it shows could not be loaded.
 * @cssState not-allowed - This person may not see it.
 */
export abstract class Widget extends SessionElement {
  static override styles: CSSResultGroup = [
    widgetStyles,
    // The room that was kept for it while its code was on its way stays until it has something to show.
    css`
      :host(:state(loading)) {
        min-block-size: var(--_reserved-size);
      }
    `,
  ];
  /** What the session must allow for the element to show anything. */
  static permission: Permission;
  static widgetName: WidgetName;
  /** Parts that the first paint can do without; they come right after it and take their places by themselves. */
  static later: readonly (() => Promise<PrefixedElementClass>)[] = [
    async () => (await import('../kit/empty-state.ts')).EmptyState,
    async () => (await import('../kit/banner.ts')).Banner,
    async () => (await import('../kit/button.ts')).Button,
    async () => (await import('../kit/toaster.ts')).Toaster,
  ];

  #own: WidgetConfiguration = {};
  #broken: Failure | null = null;
  #told: Failure | null = null;
  #shown: Shown = 'loading';
  #hidden: CSSStyleSheet | null = null;
  readonly #internals = this.attachInternals();
  constructor() {
    super();
    this.#internals.states?.add('loading');
  }

  /** Columns, actions, default filter and hidden parts: what is set here wins over what the platform has stored for this place. */
  @property({ type: Object })
  get configuration(): WidgetConfiguration {
    return { ...this.session?.configurationOf((this.constructor as typeof Widget).widgetName), ...this.#own };
  }
  set configuration(own: WidgetConfiguration | string | null) {
    // Frameworks hand on as text what they were given as an attribute.
    this.#own = (typeof own === 'string' ? (JSON.parse(own) as WidgetConfiguration) : own) ?? {};
  }

  /** What the element shows once the session is there. */
  protected abstract view(session: Session): TemplateResult;
  /** The shape of what is about to come. */
  protected readonly skeleton: SkeletonShape = 'table';

  protected get format(): Format {
    return this.session?.format ?? createFormat('en');
  }

  /** Whether the session allows what it shows. */
  protected mayShow(session: Session): boolean {
    const { permission, widgetName } = this.constructor as typeof Widget;
    return session.can(permission) && session.shows(widgetName);
  }

  /** Whether people are offered an action here; whether they may do it is the matter of permissions. */
  protected offers(action: string): boolean {
    return this.configuration.actions?.includes(action) ?? true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const hidden = hidePartsSheet(this.configuration.hidden);
    this.swapSheet(this.#hidden, hidden);
    this.#hidden = hidden;
  }

  /** One broken element never takes the page down: whatever it throws while it renders, it says so in its own box. */
  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (error) {
      if (this.#broken) throw error;
      this.#break(error);
      this.requestUpdate();
    }
  }

  /** Its developer hears of a cause once, however often it is drawn or tried again. */
  #break(error: unknown): void {
    const broken = (this.#broken = toFailure({ kind: 'server', code: 'client.render', message: String(error) }));
    if (broken.message === this.#told?.message) return;
    this.session?.report((this.#told = broken));
    console.error(error);
  }

  override render(): TemplateResult {
    const direction = this.session ? directionOf(this.session.locale) : 'ltr';
    return html`<div class="root" part="root" dir=${direction} lang=${this.format.locale}>
      <slot name="header"></slot>
      ${this.#contained()}
      <x-toaster class="toaster"></x-toaster>
    </div>`;
  }

  #contained(): unknown {
    try {
      if (!this.#broken) return this.#content();
    } catch (error) {
      this.#break(error);
    }
    return this.failed(this.#broken!, () => {
      this.#broken = null;
      this.requestUpdate();
    });
  }

  #content(): unknown {
    const session = this.session;
    this.#shown = 'ready';
    if (session?.failure && !session.current) {
      const { failure } = session;
      if (this.#told !== failure) this.announce('load-error', (this.#told = failure));
      return this.failed(failure, () => void session.enter());
    }
    if (!session?.current) return this.loading();
    if (!this.mayShow(session)) return this.notAllowed();
    const tells = session.offline && !this.#within;
    return [tells ? this.#seldom((states) => states.offlineView(session)) : '', this.view(session)];
  }

  /** Whether what it stands in, such as the app, says for all inside what concerns the whole session. */
  get #within(): boolean {
    const { host } = this.getRootNode() as { host?: { saysForAll?: boolean } }; // of a document there is none
    return host?.saysForAll === true;
  }

  /** Shows what is seldom shown; its words come when they are needed. */
  #seldom(view: (states: States) => TemplateResult): TemplateResult | '' {
    if (views) return view(views);
    this.#loadSeldom();
    return '';
  }

  #loadSeldom(): void {
    if (views) return;
    void import('./widget-states.ts').then((states) => {
      views = states;
      states.learnWords();
      this.requestUpdate();
    }, this.#report);
  }

  readonly #report = (error: unknown): void => this.session?.report(toFailure(error));

  protected override firstUpdated(): void {
    this.#loadSeldom();
    for (const load of (this.constructor as typeof Widget).later) {
      void load().then((part) => defineElement(this.tagPrefix, part), this.#report);
    }
  }

  protected override updated(_changed: PropertyValues): void {
    const { states } = this.#internals;
    if (states && !states.has(this.#shown)) {
      states.clear();
      states.add(this.#shown);
    }
    if (!this.session?.current) return;
    this.once('load');
    if (this.#shown !== 'ready' || this.hasSaid('ready')) return;
    const milliseconds = Math.round(performance.now() - this.startedAt);
    this.once('ready', { milliseconds });
    const { widgetName } = this.constructor as typeof Widget;
    this.session.measure({ name: 'widget.ready', widget: widgetName, milliseconds });
  }

  protected loading(shape: SkeletonShape = this.skeleton): TemplateResult {
    if (this.#shown === 'ready') this.#shown = 'loading';
    return html`<x-skeleton part="skeleton" shape=${shape} label=${msg('Loading')}></x-skeleton>`;
  }

  protected notAllowed(): TemplateResult {
    this.#shown = 'not-allowed';
    return this.#seldom((states) => states.notAllowedView()) || this.loading();
  }

  /** What happened, what to do, and a number to quote. */
  protected failed(failure: Failure, retry: () => void): TemplateResult {
    this.#shown = 'failed';
    return this.#seldom((states) => states.failureView(failure, retry)) || this.loading();
  }

  /** Shows a query's answer, or the state it is in instead. */
  protected show<T>(asked: Query<T>, content: (value: T) => unknown, shape?: SkeletonShape): unknown {
    if (asked.value !== null) return content(asked.value);
    if (asked.failure) return this.failed(asked.failure, () => void asked.reload());
    return this.loading(shape);
  }

  /** Tells the host about a failure it may want to handle. */
  protected readonly onFailure = (failure: Failure): void => {
    const { widgetName } = this.constructor as typeof Widget;
    this.announce('load-error', failure);
    this.session?.measure({ name: 'widget.failed', widget: widgetName, code: failure.code });
    this.session?.report(failure);
  };

  protected async toast(toast: Toast | string): Promise<void> {
    const name = `${this.tagPrefix}-toaster`;
    await customElements.whenDefined(name);
    this.renderRoot.querySelector<Toaster>(name)?.show(typeof toast === 'string' ? { text: toast } : toast);
  }

  /**
   * Runs a change; when it fails, takes back what was shown ahead of it and says what to do. Without a connection nothing is
   * tried: a change that is made later without its maker surprises. Returns whether it worked.
   */
  protected async attempt(change: () => PromiseLike<unknown>, undo?: () => void): Promise<boolean> {
    try {
      if (!navigator.onLine) throw Object.assign(new Error(), { code: 'client.offline' });
      await change();
      return true;
    } catch (error) {
      undo?.();
      const failure = toFailure(error);
      const { textOf } = await import('../base/failure-text.ts');
      void this.toast({ text: textOf(failure), tone: 'danger' });
      this.session?.report(failure);
      return false;
    }
  }

  /** Asks to go somewhere: the host hears it and may take over. False when it did. */
  protected navigate(path: string): boolean {
    const href = this.session?.linkTo(path) ?? null;
    return this.announce('navigate', { path, href }) && (this.session?.navigate(path) ?? true);
  }
}
