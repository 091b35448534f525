import { css, type PropertyValues } from 'lit';
import { property, query } from '../base/decorators.ts';
import { keyed } from 'lit/directives/keyed.js';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { disarmHtml } from './disarm-html.ts';
import { purifier } from './purifier.ts';

/** What a mail may load: nothing, and pictures of its own; those of others once the reader allows them. */
const policy = (images: boolean) =>
  `default-src 'none'; img-src data: cid:${images ? ' https: http:' : ''}; base-uri 'none'; form-action 'none'`;
const REMOTE = /^\s*(?:https?:)?\/\//i;

/**
 * Somebody else's HTML, in a frame that runs no script and sends no form. It is cleaned a second time here, and the frame's
 * own policy holds even for what was not: it loads nothing but pictures, remote ones once the reader allows them. Nodes are moved in, never markup, so the
 * host's Trusted Types have nothing to object to.
 */
export class MailFrame extends PrefixedElement {
  static override tag = 'mail-frame';
  static override styles = css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    iframe {
      display: block;
      inline-size: 100%;
      border: 0;
      block-size: var(--height, 60px);
      background: transparent;
      color-scheme: normal;
    }
  `;
  @property({ attribute: false }) html = '';
  @property() label = '';
  /** Whether images from elsewhere may load; they tell their server that the mail was read. */
  @property({ type: Boolean }) images = false;
  @query('iframe') private frame!: HTMLIFrameElement;
  readonly #resize = new ResizeObserver(() => this.#fit());

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('html') || changed.has('images')) this.#fill();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  #fill(): void {
    const inner = this.frame.contentDocument;
    if (!inner?.body) return;
    this.#guard(inner);
    // Inline styles go too: they are lost under a strict policy anyway, and they could load from elsewhere.
    // Pictures that wait have their addresses where nothing loads them.
    const mail = this.images ? this.html.replaceAll(' data-src=', ' src=') : this.html;
    const clean = purifier().sanitize(disarmHtml(mail), {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ['form', 'input', 'button', 'style', 'link', 'iframe', 'video', 'audio'],
      FORBID_ATTR: this.images ? [] : ['srcset', 'background'],
      ALLOW_UNKNOWN_PROTOCOLS: false,
      ALLOW_DATA_ATTR: false,
    });
    for (const image of clean.querySelectorAll('img')) {
      if (!this.images && REMOTE.test(image.getAttribute('src') ?? '')) image.remove();
    }
    for (const link of clean.querySelectorAll('a')) {
      link.target = '_blank';
      link.rel = 'noopener noreferrer nofollow';
    }
    inner.body.replaceChildren(inner.importNode(clean, true));
    inner.body.dir = 'auto';
    const style = getComputedStyle(this);
    const view = inner.defaultView;
    if (!view) return;
    const sheet = new (view as unknown as typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(
      `body{margin:0;font:${style.fontSize}/1.5 ${style.fontFamily};color:${style.color};overflow-wrap:anywhere;overflow:hidden}
       a{color:${style.getPropertyValue('--_accent-text')}}p{margin:0 0 .8em}p:last-child{margin:0}
       img{max-width:100%;height:auto}blockquote{margin:0 0 0 .5em;padding-inline-start:.8em;border-inline-start:2px solid ${style.getPropertyValue('--_border-strong')}}`,
    );
    inner.adoptedStyleSheets = [sheet];
    this.#resize.disconnect();
    this.#resize.observe(inner.body);
    this.#fit();
  }

  #guard(inner: Document): void {
    if (inner.head.querySelector('meta')) return;
    const meta = inner.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = policy(this.images);
    inner.head.append(meta);
  }

  #fit(): void {
    const height = this.frame?.contentDocument?.body.scrollHeight ?? 0;
    if (height) this.style.setProperty('--height', `${height}px`);
  }

  override render(): unknown {
    // A policy cannot be widened: pictures come in a frame of their own.
    return keyed(
      this.images,
      html`<iframe
        title=${this.label}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        @load=${() => this.#fill()}
      ></iframe>`,
    );
  }
}
