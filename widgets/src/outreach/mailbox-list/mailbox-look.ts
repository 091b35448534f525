import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { Timeline } from '../../operations/timeline/timeline.ts';
import { mailboxTones, mailboxWord } from '../mailbox-labels.ts';
import { receivedWhen, sentWords } from './mailbox-figures.ts';

/** A mailbox at a glance: how it is, what it sends and reads by, and what happened to it. */
export class MailboxLook extends PrefixedElement {
  static override tag = 'mailbox-look';
  static override uses = [Timeline];
  static override styles = [
    widgetStyles,
    badgeMarkStyles,
    factsStyles,
    css`
      :host {
        display: block;
      }
      .card {
        padding: 16px 20px;
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--_space-3);
        margin-block-end: var(--_space-4);
      }
      h2 {
        font-size: var(--_font-size-m);
        overflow-wrap: anywhere;
      }
      .wrong {
        margin-block-end: var(--_space-4);
        color: var(--_danger-text);
        font-size: var(--_font-size-s);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .timeline {
        max-block-size: 480px;
        overflow: auto;
        margin-block-start: var(--_space-4);
        border-block-start: 1px solid var(--_border);
        padding-block-start: var(--_space-4);
      }
    `,
  ];
  /** The list around it speaks to the host and says what concerns the session. */
  readonly saysForAll = true;

  constructor() {
    super();
    for (const name of ['load-start', 'load', 'ready', 'resize', 'session-expired'])
      this.addEventListener(`${this.tagPrefix}-${name}`, (event) => event.stopPropagation());
  }

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) mailbox!: Mailbox;

  override render(): unknown {
    const { mailbox, session } = this;
    const { format } = session;
    const { smtp, imap, state } = mailbox;
    const fact = (name: string, value: string): unknown =>
      html`<dt>${name}</dt>
        <dd class="num">${value}</dd>`;
    return html`<article class="card" aria-label=${mailbox.address}>
      <header>
        <div>
          <h2>${mailbox.address}</h2>
          <div class="caption">${mailbox.displayName}</div>
        </div>
        ${mailbox.archivedAt ? badgeMark(msg('Archived'), 'neutral') : badgeMark(mailboxWord(state), mailboxTones[state], true)}
      </header>
      ${mailbox.problem ? html`<p class="wrong" dir="auto">${mailbox.problem}</p>` : ''}
      <dl class="facts">
        ${fact(msg('Sent today'), sentWords(mailbox, format))} ${fact(msg('Received'), receivedWhen(mailbox, format))}
        ${fact(`${msg('Sending')} (SMTP)`, smtp.host)} ${imap ? fact(`${msg('Receiving')} (IMAP)`, imap.host) : ''}
      </dl>
      <x-timeline
        class="timeline"
        .within=${true}
        .session=${session}
        noun="mailbox"
        record-id=${mailbox.id}
      ></x-timeline>
    </article>`;
  }
}
