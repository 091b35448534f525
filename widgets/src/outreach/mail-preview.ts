import { msg, str } from '@lit/localize';
import { css } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Query } from '../core/query.ts';
import type { Session } from '../core/session.ts';
import { textOf } from '../base/failure-text.ts';
import { Banner } from '../kit/banner.ts';
import { MailFrame } from '../kit/mail-frame.ts';
import { Tabs } from '../kit/tabs.ts';
import { shownField } from './merge-text.ts';
import { widgetStyles } from '../kit/widget.styles.ts';

type Preview = Awaited<ReturnType<Session['client']['templates']['preview']>>;

/** A mail as one lead will read it, made by the platform's own engine while the text is being written. */
export class MailPreview extends PrefixedElement {
  static override tag = 'mail-preview';
  static override uses = [Banner, MailFrame, Tabs];
  static override styles = [
    widgetStyles,
    css`
      .widths {
        display: flex;
        justify-content: flex-end;
        margin-block-end: var(--_space-2);
      }
      .phone {
        max-inline-size: 375px;
        margin-inline: auto;
      }
      .mail {
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
        overflow: hidden;
      }
      header {
        padding: 12px 16px;
        border-block-end: 1px solid var(--_border);
      }
      header .strong {
        font-size: var(--_font-size-m);
      }
      .text {
        padding: 14px 16px;
      }
      /* How it was before what the platform could not read. */
      .before {
        opacity: 0.55;
      }
      p {
        padding: 16px;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @state() private width: 'desktop' | 'phone' = 'desktop';
  @property() subject = '';
  @property() body = '';
  /** Whose values are filled in; the newest lead when empty. */
  @property({ attribute: 'lead-id' }) leadId = '';
  #asked = { subject: '', body: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is shown while the text cannot be read. */
  #last: Preview | null = null;

  readonly #preview = new Query(this, {
    key: () => (this.#asked.body ? ['templates', 'preview', this.#asked, this.leadId] : null),
    ask: (session) => session.client.templates.preview({ ...this.#asked, ...(this.leadId && { leadId: this.leadId }) }),
  });

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('subject') && !changed.has('body')) return;
    clearTimeout(this.#timer);
    const ask = (): void => {
      this.#asked = { subject: this.subject || '…', body: this.body };
      this.requestUpdate();
    };
    // The first text shows at once, later ones when typing pauses.
    if (this.#asked.body) this.#timer = setTimeout(ask, 350);
    else ask();
  }

  override render(): unknown {
    const { failure } = this.#preview;
    const value = (this.#last = this.#preview.value ?? this.#last);
    const banner = failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : '';
    if (failure && !value) return banner;
    if (!value)
      return html`<div class="mail">
        <p class="muted">${msg('Write the mail to see it as a lead will read it.')}</p>
      </div>`;
    return html`${banner}${
        !failure && value.missing.length > 0
          ? html`<x-banner tone="warning"
              >${msg(str`Empty for this lead: ${value.missing.map((name) => shownField(name)?.label ?? name).join(', ')}. Give it a fallback behind its name, such as | default: "there".`)}</x-banner
            >`
          : ''
      }
      <div class="widths">
        <x-tabs
          label=${msg('Width of the preview')}
          .tabs=${[
            { id: 'desktop', label: msg('Desktop') },
            { id: 'phone', label: msg('Phone') },
          ]}
          selected=${this.width}
          @choose=${(event: CustomEvent<'desktop' | 'phone'>) => (this.width = event.detail)}
        ></x-tabs>
      </div>
      <div class="mail ${this.width} ${failure ? 'before' : ''}">
        <header>
          <div class="caption">
            ${value.lead ? msg(str`To ${value.lead.name || value.lead.email}`) : msg('To a sample lead')}
          </div>
          <div class="strong">${value.subject}</div>
        </header>
        <div class="text"><x-mail-frame .html=${value.html} label=${msg('Preview of the mail')}></x-mail-frame></div>
      </div>`;
  }
}
