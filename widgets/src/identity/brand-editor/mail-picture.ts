import { css, type PropertyValues } from 'lit';
import { property, query } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { disarmHtml } from '../../kit/disarm-html.ts';
import { purifier } from '../../kit/purifier.ts';

/**
 * A mail of the platform as it looks where it is read. Its styles are set one by one, as script may under the strictest policy; nothing
 * in it can be pressed.
 */
export class MailPicture extends PrefixedElement {
  static override tag = 'mail-picture';
  static override styles = css`
    :host {
      display: block;
      min-inline-size: 0;
      overflow: hidden;
      container-type: inline-size;
    }
    div {
      overflow-wrap: anywhere;
    }
    table {
      border-collapse: separate;
    }
    img {
      max-inline-size: 100%;
    }
    /* As the mail says of itself for phones. */
    @container (max-width: 480px) {
      .sheet {
        padding: 28px 20px !important;
      }
      .button {
        display: block !important;
        text-align: center;
      }
    }
  `;
  @property({ attribute: false }) html = '';
  @query('div') private room!: HTMLElement;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('html')) return;
    const clean = purifier().sanitize(disarmHtml(this.html.replace(/<style[\s\S]*?<\/style>/gi, '')), {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ['style', 'title', 'form', 'input', 'button', 'iframe'],
      ALLOW_UNKNOWN_PROTOCOLS: false,
    });
    for (const one of clean.querySelectorAll<HTMLElement>('[data-style]')) {
      one.style.cssText = one.dataset['style'] ?? '';
      delete one.dataset['style'];
    }
    for (const link of clean.querySelectorAll('a')) link.removeAttribute('href');
    this.room.replaceChildren(clean);
  }

  override render(): unknown {
    return html`<div inert></div>`;
  }
}
