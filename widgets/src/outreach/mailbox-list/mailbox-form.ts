import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import { css } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import type { CheckVerdict, MailServer } from '../../core/client.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../base/failure-text.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { reportForm } from '../../kit/report-form.ts';
import { Select } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

type Server = Required<MailServer>;
interface Draft {
  address: string;
  displayName: string;
  dailyCap: number;
  smtp: Server;
  imap: Server;
  receives: boolean;
}
const server = (port: number): Server => ({ host: '', port, security: 'tls', user: '', password: '' });

/**
 * Connects a mailbox or changes one, and tries the connection at once.
 * @event saved - The mailbox was stored.
 * @event close - The drawer was closed.
 */
export class MailboxForm extends PrefixedElement {
  static override tag = 'mailbox-form';
  static override uses = [Banner, Button, Dialog, Input, NumberField, Select, Switch];
  static override styles = [
    widgetStyles,
    factsStyles,
    css`
      .server {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 84px 120px;
        gap: var(--_space-3);
        align-items: start;
      }
      .stack {
        padding-block-start: 2px;
      }
      h2 {
        margin-block-start: var(--_space-2);
      }
      @media (max-width: 460px) {
        .server {
          grid-template-columns: 1fr 84px;
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) mailbox: Mailbox | null = null;
  @property({ type: Boolean }) open = false;
  @state() private draft: Draft | null = null;
  @state() private problem = '';
  @state() private checks: { smtp: CheckVerdict; imap: CheckVerdict | null } | null = null;
  @state() private busy = false;
  @query('form') private form!: HTMLFormElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    const { mailbox } = this;
    this.draft = {
      address: mailbox?.address ?? '',
      displayName: mailbox?.displayName ?? '',
      dailyCap: mailbox?.dailyCap ?? 50,
      smtp: mailbox ? { ...mailbox.smtp, password: '' } : server(465),
      imap: mailbox?.imap ? { ...mailbox.imap, password: '' } : server(993),
      receives: mailbox ? mailbox.imap !== null : true,
    };
    [this.problem, this.checks] = ['', null];
  }

  readonly #save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { draft, mailbox, session } = this;
    if (!draft || this.busy || !reportForm(this.form)) return;
    this.busy = true;
    this.problem = '';
    // A password left empty keeps the stored one; a user left empty is the address.
    const given = ({ password, ...rest }: Server): MailServer => ({
      ...rest,
      user: rest.user || draft.address,
      ...(password && { password }),
    });
    const named = { displayName: draft.displayName.trim() || draft.address, dailyCap: draft.dailyCap };
    const { mailboxes } = session.client;
    try {
      const smtp = given(draft.smtp);
      const imap = draft.receives ? given(draft.imap) : null;
      const saved = mailbox
        ? await mailboxes.update({ ...named, smtp, imap, id: mailbox.id })
        : await mailboxes.create({
            ...named,
            address: draft.address.trim(),
            smtp: { ...smtp, password: draft.smtp.password },
            ...(imap && { imap: { ...imap, password: draft.imap.password } }),
          });
      this.mailbox = saved;
      this.checks = await session.client.mailboxes.check({ id: saved.id });
      session.cache.invalidate(['mailboxes']);
      if (this.checks.smtp.ok && this.checks.imap?.ok !== false) this.tell('saved', saved);
    } catch (error) {
      this.problem = textOf(toFailure(error));
    } finally {
      this.busy = false;
    }
  };

  #text(
    label: string,
    value: string,
    edit: (value: string) => void,
    more: { type?: Input['type']; placeholder?: string; required?: boolean } = {},
  ): unknown {
    const { type = 'text', placeholder = '', required = false } = more;
    return html`<x-input
      label=${label}
      type=${type}
      placeholder=${placeholder}
      ?required=${required}
      .value=${value}
      autocomplete=${type === 'password' ? 'new-password' : 'off'}
      @input=${(event: Event) => edit((event.target as Input).value)}
    ></x-input>`;
  }
  #number(
    label: string,
    value: number,
    [min, max]: [number, number],
    edit: (value: number) => void,
    plain = false,
  ): unknown {
    return html`<x-number-field
      label=${label}
      required
      ?plain=${plain}
      min=${min}
      max=${max}
      .value=${Number.isNaN(value) ? '' : String(value)}
      @input=${(event: Event) => edit((event.target as NumberField).valueAsNumber)}
    ></x-number-field>`;
  }

  #server(key: 'smtp' | 'imap', draft: Draft): unknown {
    const one = draft[key];
    const edit = (change: Partial<Server>): void => {
      this.draft = { ...draft, [key]: { ...one, ...change } };
    };
    return html`<div class="server">
        ${this.#text(msg('Server'), one.host, (host) => edit({ host }), { placeholder: `${key}.example.com`, required: true })}
        ${this.#number(msg('Port'), one.port, [1, 65_535], (port) => edit({ port }), true)}
        <x-select
          label=${msg('Security')}
          .value=${one.security}
          .options=${[
            { value: 'tls', label: 'TLS' },
            { value: 'starttls', label: 'STARTTLS' },
            { value: 'none', label: msg('None') },
          ]}
          @change=${(event: Event) => edit({ security: (event.target as Select).value as Server['security'] })}
        ></x-select>
      </div>
      <div class="pair">
        ${this.#text(msg('User name'), one.user, (user) => edit({ user }), { placeholder: draft.address })}
        ${this.#text(msg('Password'), one.password, (password) => edit({ password }), { type: 'password', placeholder: this.mailbox ? msg('Unchanged') : '' })}
      </div>`;
  }

  override render(): unknown {
    const { draft, mailbox, checks } = this;
    const verdict = (name: string, one: CheckVerdict): unknown =>
      html`<x-banner tone=${one.ok ? 'success' : 'danger'}>${name}: ${one.message}</x-banner>`;
    return html`<x-dialog
      side
      heading=${mailbox ? mailbox.address : msg('Connect a mailbox')}
      .open=${this.open}
      @close=${() => this.tell('close')}
    >
      ${
        draft
          ? html`<form class="stack" novalidate @submit=${this.#save}>
              ${this.problem ? html`<x-banner tone="danger">${this.problem}</x-banner>` : ''}
              ${checks ? html`<div>${verdict(msg('Sending'), checks.smtp)} ${checks.imap ? verdict(msg('Receiving'), checks.imap) : ''}</div>` : ''}
              ${mailbox ? '' : this.#text(msg('Email address'), draft.address, (address) => (this.draft = { ...draft, address }), { type: 'email', placeholder: 'mara@example.com', required: true })}
              <div class="pair">
                ${this.#text(msg('Name recipients see'), draft.displayName, (displayName) => (this.draft = { ...draft, displayName }))}
                ${this.#number(msg('Mails a day at most'), draft.dailyCap, [0, 1_000_000], (dailyCap) => (this.draft = { ...draft, dailyCap }))}
              </div>
              <h2>${msg('Sending')} (SMTP)</h2>
              ${this.#server('smtp', draft)}
              <h2>${msg('Receiving')} (IMAP)</h2>
              <x-switch
                label=${msg('Read replies from this mailbox')}
                .checked=${draft.receives}
                @change=${(event: Event) => (this.draft = { ...draft, receives: (event.target as Switch).checked })}
              ></x-switch>
              ${draft.receives ? this.#server('imap', draft) : ''}
            </form>`
          : ''
      }
      <x-button slot="footer" variant="primary" icon="plug" ?busy=${this.busy} @click=${() => void this.#save()}
        >${mailbox ? msg('Save and test') : msg('Connect and test')}</x-button
      >
    </x-dialog>`;
  }
}
