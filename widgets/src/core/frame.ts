import { msg } from '@lit/localize';
import { css, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import type { WidgetName } from '@tabard/contract';
import { Skeleton } from '../kit/skeleton.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { defineElement } from '../base/define-element.ts';
import { toFailure } from '../base/failure.ts';
import { FORWARDED, HELLO, READY, type ToHost, type ToPage } from './frame-wire.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { applyTheme } from './compute-theme.ts';
import type { Appearance } from './theme-sheet.ts';

/** How long a page may take to say that it listens. */
const PATIENCE_MS = 20_000;
/** Links asked for in a row when pages end as soon as they open. */
const TRIES = 3;
const HIGHEST_PX = 20_000;

/** What the page in the frame may do: run and sign in windows of its own; not move this page, nor ask for its devices. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-downloads allow-popups allow-popups-to-escape-sandbox';

/**
 * One element in a frame of its own origin, for pages whose scripts must not come near it. It looks, sizes and speaks like the
 * element itself; the session never enters this page. Its page is opened by links that your server asks for: `hostedPages.create`
 * with this page's origin in `frameOrigins`.
 *
 * @summary An element behind a wall: same attributes, same events, in a sandboxed frame.
 * @event {CustomEvent<null>} load-start - The element in the frame begins to load.
 * @event {CustomEvent<null>} load - The element in the frame shows its own content.
 * @event {CustomEvent<{ milliseconds: number }>} ready - Everything the element shows at first is there.
 * @event {CustomEvent<{ lead: object }>} select-lead - A lead was opened.
 * @event {CustomEvent<{ id: string }>} select-campaign - A campaign was opened, or a new one asked for (`id` empty).
 * @event {CustomEvent<{ id: string }>} save-campaign - The draft was saved.
 * @event {CustomEvent<{ id: string, state: string }>} change-state - A campaign was launched, paused, resumed or completed.
 * @event {CustomEvent<{ id: string }>} select-conversation - A thread was opened, or the one that was open was left (id empty).
 * @event {CustomEvent<Failure>} load-error - The frame, or what it shows, could not be loaded.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - Somebody wants to go elsewhere; cancel it to take over.
 * @csspart frame - The frame.
 * @csspart error - What stands in its place when it cannot be opened.
 * @example <acme-frame widget="inbox" link-endpoint="/outreach-link" label="Inbox"></acme-frame>
 */
export class Frame extends PrefixedElement {
  static override tag = 'frame';
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override uses = [Skeleton];
  static override styles = [
    widgetStyles,
    css`
      :host {
        position: relative;
        min-block-size: 320px;
      }
      iframe {
        display: block;
        inline-size: 100%;
        min-block-size: inherit;
        border: 0;
        background: transparent;
      }
      :host([fixed-height]) iframe {
        block-size: 100%;
      }
      .waiting {
        position: absolute;
        inset: 0;
        opacity: 0;
      }
    `,
  ];

  /** The element to show, without the prefix. */
  @property() widget: WidgetName | '' = '';
  /** Address on your server that answers a POST of `{ "widget": "…" }` with `{ "url": "…" }`. */
  @property({ attribute: 'link-endpoint' }) linkEndpoint = '';
  /** What readers of the page are told that the frame is. */
  @property() label = '';
  /** `light`, `dark`, `auto` or `high-contrast`; the workspace's own when left out. */
  @property() theme: NonNullable<Appearance['theme']> | '' = '';
  /** Brand colour as `#rrggbb`; the workspace's own when left out. */
  @property({ attribute: 'brand-color' }) brandColor = '';
  /** A BCP 47 tag. */
  @property() locale = '';
  /** An IANA time zone. */
  @property({ attribute: 'time-zone' }) timeZone = '';
  /** Keeps the height that your style sheet gives it instead of growing with its content. */
  @property({ type: Boolean, attribute: 'fixed-height' }) fixedHeight = false;
  /** Looks in full, by script; wins over `theme` and `brand-color`. */
  @property({ attribute: false }) appearance: Appearance | null = null;
  /** Asks your server for a link, by script; wins over `link-endpoint`. */
  @property({ attribute: false }) fetchLink: ((widget: string) => Promise<{ url: string }>) | null = null;

  @state() private src = '';
  /** Whether the page in the frame listens. */
  @state() private open = false;
  @state() private failed = false;
  @query('iframe') private frame!: HTMLIFrameElement | null;

  readonly #sheet = new CSSStyleSheet();
  #port: MessagePort | null = null;
  #turn = 0;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.unshift(this.#sheet);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('message', this.#onMessage);
    // A frame that was moved in the document is loaded anew by the browser, and its link was good once.
    if (this.hasUpdated) void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('message', this.#onMessage);
    this.#close();
  }

  protected override willUpdate(): void {
    applyTheme(this.#sheet, this.tagPrefix, this.#looks().appearance ?? {});
  }

  protected override firstUpdated(): void {
    // What stands in the place of a frame that did not open, there before it is needed.
    const parts = [import('../kit/empty-state.ts'), import('../kit/button.ts')] as const;
    void Promise.all(parts).then(
      ([{ EmptyState }, { Button }]) => [EmptyState, Button].forEach((part) => defineElement(this.tagPrefix, part)),
      () => undefined,
    );
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('widget') || changed.has('linkEndpoint') || changed.has('fetchLink')) {
      this.#tries = 0;
      void this.#open();
    }
    this.#send({ kind: 'look', changes: this.#looks() });
  }

  /** Puts the keyboard into the frame. */
  override focus(options?: FocusOptions): void {
    this.frame?.focus(options);
    this.#send({ kind: 'focus' });
  }

  override render(): unknown {
    if (this.failed)
      return html`<div class="root">
        <x-empty part="error" role="alert" drawing="broken" heading=${msg('This could not be loaded')}>
          <x-button icon="refresh" @click=${this.#again}>${msg('Try again')}</x-button>
        </x-empty>
      </div>`;
    return html`
      ${this.open ? nothing : html`<div class="root"><x-skeleton label=${msg('Loading')}></x-skeleton></div>`}
      ${this.src === '' ? nothing : this.#frameOf(this.src)}
    `;
  }

  #frameOf(src: string): unknown {
    return html`<iframe
      part="frame"
      class=${this.open ? '' : 'waiting'}
      title=${this.label || this.widget}
      src=${src}
      sandbox=${SANDBOX}
      allow="clipboard-write"
      referrerpolicy="no-referrer"
    ></iframe>`;
  }

  readonly #again = (): void => {
    this.#tries = 0;
    void this.#open();
  };

  #close(): void {
    this.#turn++;
    clearTimeout(this.#timer);
    this.#port?.close();
    this.#port = null;
  }

  async #open(): Promise<void> {
    this.#close();
    const turn = this.#turn;
    if (!this.isConnected || !this.widget || !(this.linkEndpoint || this.fetchLink)) return;
    this.failed = false;
    this.open = false;
    this.src = '';
    try {
      const { url } = await (this.fetchLink?.(this.widget) ?? askForLink(this.linkEndpoint, this.widget));
      if (turn !== this.#turn) return;
      this.src = checkLink(url);
      this.#timer = setTimeout(() => this.#fail(new Error('The page in the frame is silent.')), PATIENCE_MS);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#close();
    this.src = '';
    this.failed = true;
    this.announce('load-error', { ...toFailure(error), kind: 'connection', retryable: true });
  }

  readonly #onMessage = (event: MessageEvent<unknown>): void => {
    if (event.data !== READY || !this.frame || event.source !== this.frame.contentWindow) return;
    const origin = originOf(this.src);
    if (event.origin !== origin) return;
    clearTimeout(this.#timer);
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.open = true;
    port1.addEventListener('message', ({ data }: MessageEvent<ToHost>) => this.#take(data));
    port1.start();
    this.frame.contentWindow?.postMessage(HELLO, origin, [port2]);
    this.#send({ kind: 'look', changes: this.#looks() });
  };

  #take(said: ToHost): void {
    if (said.kind === 'height') {
      if (!this.fixedHeight && said.px > 0 && said.px <= HIGHEST_PX)
        this.frame?.style.setProperty('block-size', `${said.px}px`);
    } else if (said.kind === 'ended') {
      if (++this.#tries > TRIES) this.#fail(new Error('The page in the frame ends at once.'));
      else void this.#open();
    } else if (FORWARDED.includes(said.name)) {
      if (said.name === 'ready') this.#tries = 0;
      const taken = !this.announce(said.name, said.detail);
      this.#send({ kind: 'answer', id: said.id, taken });
    }
  }

  #send(message: ToPage): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has one other end and knows no origin
    this.#port?.postMessage(message);
  }

  #looks(): Extract<ToPage, { kind: 'look' }>['changes'] {
    return {
      appearance: this.appearance ?? { theme: this.theme || undefined, brandColor: this.brandColor || undefined },
      locale: this.locale || undefined,
      timeZone: this.timeZone || undefined,
    };
  }
}

const originOf = (url: string): string => new URL(url, location.href).origin;

/** Only a page of the web may come into the frame: no script address, no page of this one's own making. */
function checkLink(url: unknown): string {
  if (typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new TypeError('The link endpoint gave no { "url" }.');
}

async function askForLink(endpoint: string, widget: string): Promise<{ url: string }> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ widget }),
  });
  if (!response.ok) throw new Error(`The link endpoint answered ${response.status}.`);
  return (await response.json()) as { url: string }; // checkLink looks at what came
}
