import type { PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { onSessionRegistered, registeredSession, sessionContext } from './session-registry.ts';
import type { Session } from './session.ts';
import type { WidgetEvents } from './widget-events.ts';

/** An element that lives with a session: finds it wherever it stands, follows it while it is on a page, wears its theme. */
export abstract class SessionElement extends PrefixedElement {
  /** The session of the nearest provider, or of `init` with this prefix. Set by `create`. @internal */
  @property({ attribute: false }) session: Session | null = null;

  /** When it began to load; ms of the page's clock. */
  protected startedAt = 0;
  /** What was found around it or for its prefix; another session is one that the host gave it. */
  #found: Session | null = null;
  #stop: (() => void)[] = [];
  #followed: Session | null = null;
  #unfollow: () => void = () => undefined;
  readonly #said = new Set<string>();
  #leave: (() => void) | undefined;

  override addEventListener<Name extends keyof WidgetEvents>(
    type: `${string}-${Name}`,
    listener: (this: HTMLElement, event: CustomEvent<WidgetEvents[Name]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: HTMLElement, event: HTMLElementEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(type: string, listener: never, options?: boolean | AddEventListenerOptions): void {
    super.addEventListener(type, listener, options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#ask();
    this.#stop.push(onSessionRegistered(() => this.#find()));
    this.#find();
    this.#follow();
    const boxes = new ResizeObserver(([box]) => {
      const size = box?.borderBoxSize[0];
      if (size) this.announce('resize', { inlineSize: size.inlineSize, blockSize: size.blockSize });
    });
    boxes.observe(this);
    this.#stop.push(() => boxes.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
    this.#leave?.();
    this.#leave = undefined;
    for (const stop of this.#stop.splice(0)) stop();
  }

  get #assigned(): boolean {
    return this.session !== this.#found;
  }

  /** Asks the providers around it, now and for whatever they have later. */
  #ask(): void {
    const take = (session: Session | null, leave?: () => void): void => {
      if (leave !== this.#leave) this.#leave?.();
      this.#leave = leave;
      if (session && !this.#assigned) this.session = this.#found = session;
    };
    // The web components' own context protocol, which the provider's library speaks too.
    const request = { context: sessionContext, contextTarget: this, callback: take, subscribe: true };
    this.dispatchEvent(Object.assign(new Event('context-request', { bubbles: true, composed: true }), request));
  }

  #find(): void {
    if (this.session && (this.#assigned || !this.session.closed)) return;
    // A provider around this element may be defined later than it: its session is meant, and none other.
    if (this.closest(`${this.tagPrefix}-provider`)) this.#ask();
    else this.session = this.#found = registeredSession(this.tagPrefix);
  }

  #follow(): void {
    const session = this.session;
    if (!session || session === this.#followed) return;
    this.#unfollow();
    this.#followed = session;
    const onChange = (): void => this.requestUpdate();
    const onExpired = (): void => void this.announce('session-expired', session.failure);
    session.addEventListener('change', onChange);
    session.addEventListener('session-expired', onExpired);
    this.#unfollow = () => {
      this.#followed = null;
      session.removeEventListener('change', onChange);
      session.removeEventListener('session-expired', onExpired);
    };
    this.startedAt ||= performance.now();
    this.once('load-start');
    void session.enter();
  }

  /** Says a thing of the element's life a single time. */
  protected once(name: string, detail: unknown = null): void {
    if (this.#said.has(name)) return;
    this.#said.add(name);
    this.announce(name, detail);
  }

  protected hasSaid(name: string): boolean {
    return this.#said.has(name);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('session') || !this.session) return;
    const before = changed.get('session') as Session | null | undefined; // what the property is typed to hold
    this.swapSheet(before?.themeSheet, this.session.themeSheet, true);
    if (this.isConnected) this.#follow();
  }

  /** Puts one sheet of the element in the place of another. */
  protected swapSheet(old: CSSStyleSheet | null | undefined, sheet: CSSStyleSheet | null, first = false): void {
    const root = this.renderRoot as ShadowRoot; // LitElement's own default
    if (old === sheet) return;
    const rest = root.adoptedStyleSheets.filter((one) => one !== old && one !== sheet);
    root.adoptedStyleSheets = !sheet ? rest : first ? [sheet, ...rest] : [...rest, sheet];
  }
}
