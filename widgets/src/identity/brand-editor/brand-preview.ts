import { msg } from '@lit/localize';
import type { Brand } from '@tabard/contract';
import { createPalette, type Mode } from '@tabard/theme';
import type { CSSResultGroup, PropertyValues } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { writeTheme } from '../../core/theme-sheet.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { icon } from '../../kit/draw-icon.ts';
import type { IconName } from '../../kit/icon.ts';
import { Button } from '../../kit/button.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { brandPicture } from './brand-picture.ts';
import { brandPreviewStyles } from './brand-preview.styles.ts';
import { MailPicture } from './mail-picture.ts';

/**
 * The app and a mail in a brand that is not stored yet: it wears a theme of its own, made as the page's is, and paints anew with each
 * letter.
 */
export class BrandPreview extends PrefixedElement {
  static override tag = 'brand-preview';
  static override uses = [Button, MailPicture];
  static override styles: CSSResultGroup = [widgetStyles, badgeMarkStyles, brandPreviewStyles];

  @property({ attribute: false }) brand!: Brand;
  @property() mode: Mode = 'light';
  /** As on a phone instead of a desk. */
  @property({ type: Boolean }) narrow = false;
  /** The mail, as the platform lays it out. */
  @property({ attribute: false }) mail = '';
  readonly #sheet = new CSSStyleSheet();

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.unshift(this.#sheet);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('brand') && !changed.has('mode')) return;
    const { brand, mode } = this;
    writeTheme(this.#sheet, this.tagPrefix, {
      appearance: { theme: mode },
      brand,
      palette: createPalette(brand.color),
    });
  }

  override render(): unknown {
    return html`<div class="root" inert aria-hidden="true">
      <p class="title">${msg('App')}</p>
      <div class="frame ${this.narrow ? 'phone' : 'full'}">
        ${this.narrow ? html`<div class="top">${this.#whose()}</div>` : this.#side()}
        <div class="page">${this.#page()}</div>
        ${this.narrow ? html`<div class="bottom">${this.#entries()}</div>` : ''}
      </div>
      <p class="title">${msg('Mail')}</p>
      <div class="frame mail ${this.narrow ? 'phone' : ''}">
        ${this.mail ? html`<x-mail-picture .html=${this.mail}></x-mail-picture>` : html`<p class="wait"></p>`}
      </div>
    </div>`;
  }

  #side(): unknown {
    return html`<div class="side">
      ${this.#whose()}
      <div class="nav">${this.#entries()}</div>
    </div>`;
  }

  #whose(): unknown {
    const { displayName, markUrl } = this.brand;
    return html`<div class="workspace">
      <span class="mark">${/^./u.exec(displayName)?.[0]}${brandPicture(markUrl, 'cover')}</span>
      <span class="words"><b class="cut">${displayName}</b></span>
    </div>`;
  }

  #entries(): unknown {
    const entries: readonly [IconName, string, boolean][] = [
      ['send', msg('Campaigns'), true],
      ['mail', msg('Inbox'), false],
      ['table', msg('Leads'), false],
      ['chart', msg('Analytics'), false],
    ];
    return entries.map(
      ([name, words, current]) =>
        html`<span class="entry" aria-current=${current ? 'page' : 'false'}
          >${icon(name)}<span class="words">${words}</span></span
        >`,
    );
  }

  #page(): unknown {
    const { logoUrl, logoDarkUrl } = this.brand;
    const logo = this.mode === 'dark' ? (logoDarkUrl ?? logoUrl) : (logoUrl ?? logoDarkUrl);
    return html`${logo ? html`<p class="logo">${brandPicture(logo, 'logo')}</p>` : ''}
      <div class="head">
        <h3>${msg('Campaigns')}</h3>
        <x-button variant="primary" icon="plus">${msg('New campaign')}</x-button>
      </div>
      <div class="panel rows">
        ${this.#row(msg('Spring offer'), badgeMark(msg('Running'), 'success', true))}
        ${this.#row(msg('Trade fair follow-up'), badgeMark(msg('Paused'), 'warning', true))}
        ${this.#row(msg('Winter news'), badgeMark(msg('Draft'), 'neutral'))}
      </div>
      <p class="foot"><a class="text-link">${msg('Read more')}</a><x-button>${msg('Cancel')}</x-button></p>`;
  }

  #row(name: string, badge: unknown): unknown {
    return html`<div class="line"><span class="strong cut">${name}</span>${badge}</div>`;
  }
}
