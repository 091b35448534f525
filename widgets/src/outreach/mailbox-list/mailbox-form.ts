import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import { css, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.ts';
import type { CheckVerdict, MailServer } from '../../core/client.ts';
import { codeWords } from '../../base/code-words.ts';
import { html } from '../../base/html.ts';
import { formParts } from '../../core/record-form.ts';
import { Badge } from '../../kit/badge.ts';
import type { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { Select } from '../../kit/select.ts';
import { Switch } from '../../kit/switch.ts';
import { HistoryForm } from '../../operations/history-form.ts';
import { mailboxTones, mailboxWord } from '../mailbox-labels.ts';
import { receivedWords, sentWords } from './mailbox-figures.ts';

type Server = Required<MailServer>;
interface Values extends Pick<Mailbox, 'address' | 'displayName' | 'dailyCap'> {
  smtp: Server;
  imap: Server;
  receives: boolean;
}

/**
 * Connects a mailbox or changes one, and tries the connection at once. A connection that does not work keeps the form open.
 */
export class MailboxForm extends HistoryForm<Mailbox, Values> {
  static override tag = 'mailbox-form';
  static override uses = [...formParts, Badge, NumberField, Select, Switch];
  static override styles = [
    HistoryForm.styles,
    css`
      .server {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 84px 120px;
        gap: var(--_space-3);
        align-items: start;
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
  protected override readonly permission = 'mailbox.manage';
  protected override readonly area = 'mailboxes';
  protected override readonly noun = 'mailbox';
  protected override readonly blame = { 'mailbox.address_taken': 'address' };
  @state() private verdicts: { smtp: CheckVerdict; imap: CheckVerdict | null } | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('record');
    if (changed.has('open') || (before && before.id !== this.record?.id)) this.verdicts = null;
  }

  protected override heading(): string {
    return this.record?.address ?? msg('Connect a mailbox');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save and test') : msg('Connect and test');
  }

  protected override store(): Promise<Mailbox> {
    const { mailboxes } = this.session.client;
    const address = (this.held('address') ?? '').trim();
    // A password left empty keeps the stored one; a user left empty is the address.
    const given = ({ password, user, ...rest }: Server): MailServer => ({
      ...rest,
      user: user || address,
      ...(password && { password }),
    });
    const named = {
      displayName: (this.held('displayName') ?? '').trim() || address,
      dailyCap: this.held('dailyCap') ?? USUAL_CAP,
    };
    const [smtp, imap] = [this.#server('smtp'), this.#receives ? this.#server('imap') : null];
    return this.record
      ? mailboxes.update({ ...named, smtp: given(smtp), imap: imap && given(imap), id: this.record.id })
      : mailboxes.create({
          ...named,
          address,
          smtp: { ...given(smtp), password: smtp.password },
          ...(imap && { imap: { ...given(imap), password: imap.password } }),
        });
  }

  protected override async whenStored(saved: Mailbox): Promise<boolean> {
    const { mailboxes } = this.session.client;
    // From here on it is the form of this mailbox, whatever the check says.
    this.record = saved;
    this.verdicts = await mailboxes.check({ id: saved.id });
    this.session.cache.invalidate([this.area]);
    const works = this.verdicts.smtp.ok && this.verdicts.imap?.ok !== false;
    if (!works) this.record = await mailboxes.get({ id: saved.id });
    return works;
  }

  get #receives(): boolean {
    return this.held('receives') ?? (this.record ? this.record.imap !== null : true);
  }

  #server(key: 'smtp' | 'imap'): Server {
    const usual = { host: '', port: key === 'smtp' ? 465 : 993, security: 'tls' as const, user: '' };
    return { password: '', ...(this.held(key) ?? usual) };
  }

  protected override content(): unknown {
    const { verdicts, record } = this;
    const verdict = (name: string, one: CheckVerdict): unknown =>
      html`<x-banner tone=${one.ok ? 'success' : 'danger'}
        >${name}: ${codeWords(one.code) ?? (one.ok ? msg('The connection works.') : one.message)}</x-banner
      >`;
    return html`<form novalidate @submit=${this.save}>
        ${verdicts ? html`<div>${verdict(msg('Sending'), verdicts.smtp)} ${verdicts.imap ? verdict(msg('Receiving'), verdicts.imap) : ''}</div>` : ''}
        ${record ? this.#health(record, verdicts === null) : this.text('address', { label: msg('Email address'), type: 'email', placeholder: 'mara@example.com', required: true })}
        <div class="pair">
          ${this.text('displayName', { label: msg('Name recipients see'), max: 120 })}
          ${this.#number('dailyCap', msg('Mails a day at most'), {
            value: this.held('dailyCap') ?? USUAL_CAP,
            max: 1_000_000,
            edit: (dailyCap) => this.change({ dailyCap }),
          })}
        </div>
        <h2>${msg('Sending')} (SMTP)</h2>
        ${this.#serverFields('smtp')}
        <h2>${msg('Receiving')} (IMAP)</h2>
        <x-switch
          label=${msg('Read replies from this mailbox')}
          .checked=${this.#receives}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ receives: (event.target as Switch).checked })}
        ></x-switch>
        ${this.#receives ? this.#serverFields('imap') : ''}
      </form>
      ${this.history()}`;
  }

  #health(box: Mailbox, tellsProblem: boolean): unknown {
    const { format } = this.session;
    return html`<div class="row">
        ${
          box.archivedAt
            ? html`<x-badge tone="neutral">${msg('Archived')}</x-badge>`
            : html`<x-badge dot tone=${mailboxTones[box.state]}>${mailboxWord(box.state)}</x-badge>`
        }
        <span class="caption num">${sentWords(box, format)} ${msg('today')}</span>
        <span class="caption push">${receivedWords(box, format)}</span>
      </div>
      ${box.problem && tellsProblem ? html`<x-banner tone="danger">${box.problem}</x-banner>` : ''}`;
  }

  #serverFields(key: 'smtp' | 'imap'): unknown {
    const one = this.#server(key);
    const known = this.record?.[key];
    // A stored password is never sent to a server it was not given for.
    const moved = known && (known.host !== one.host || known.port !== one.port || known.security !== one.security);
    const edit = (change: Partial<Server>): void => this.change({ [key]: { ...one, ...change } });
    const text = (
      name: 'host' | 'user' | 'password',
      label: string,
      placeholder: string,
      required = false,
      hint = '',
    ) =>
      html`<x-input
        label=${label}
        type=${name === 'password' ? 'password' : 'text'}
        placeholder=${placeholder}
        hint=${hint}
        ?required=${required}
        ?disabled=${!this.writes}
        .value=${one[name]}
        error=${this.problemOf(`${key}.${name}`)}
        autocomplete=${name === 'password' ? 'new-password' : 'off'}
        @input=${(event: Event) => edit({ [name]: (event.target as Input).value })}
      ></x-input>`;
    return html`<div class="server">
        ${text('host', msg('Server'), `${key}.example.com`, true)}
        ${this.#number(`${key}.port`, msg('Port'), { value: one.port, min: 1, max: 65_535, plain: true, edit: (port) => edit({ port }) })}
        <x-select
          label=${msg('Security')}
          .value=${one.security}
          .options=${[
            { value: 'tls', label: 'TLS' },
            { value: 'starttls', label: 'STARTTLS' },
            { value: 'none', label: msg('None') },
          ]}
          ?disabled=${!this.writes}
          error=${this.problemOf(`${key}.security`)}
          @change=${(event: Event) => edit({ security: (event.target as Select).value as Server['security'] })}
        ></x-select>
      </div>
      <div class="pair">
        ${text('user', msg('User name'), this.held('address') ?? '')}
        ${text('password', msg('Password'), known && !moved ? msg('Unchanged') : '', !known || Boolean(moved), moved ? msg('Needed again: the server, port or security is another one.') : '')}
      </div>`;
  }

  #number(path: string, label: string, { value, min = 0, max, plain = false, edit }: NumberOptions): unknown {
    return html`<x-number-field
      label=${label}
      required
      ?plain=${plain}
      min=${min}
      max=${max}
      ?disabled=${!this.writes}
      .value=${Number.isNaN(value) ? '' : String(value)}
      error=${this.problemOf(path)}
      @input=${(event: Event) => edit((event.target as NumberField).valueAsNumber)}
    ></x-number-field>`;
  }
}

const USUAL_CAP = 50;

interface NumberOptions {
  value: number;
  min?: number;
  max: number;
  /** Without buttons, and without separators. */
  plain?: boolean;
  edit: (value: number) => void;
}
