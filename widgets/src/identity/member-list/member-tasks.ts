import { msg, str } from '@lit/localize';
import type { AnyRole, Invitation, InvitationAnswer, Member } from '@tabard/contract';
import { css } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { RadioGroup } from '../../kit/radio-group.ts';
import { reportForm } from '../../kit/report-form.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import type { Option } from '../../kit/select.ts';
import { roleName, roleOptions } from '../role-labels.ts';

/** What a person is about to do. */
export type MemberTask =
  | { kind: 'invite' }
  | { kind: 'edit' | 'deactivate' | 'remove'; member: Member }
  | { kind: 'link' | 'revoke'; invitation: Invitation };

/** What stands in the dialog. */
interface Shape {
  heading: string;
  content: unknown;
  act: string;
  danger?: boolean;
}

/**
 * The dialogs of the list of members, one at a time.
 *
 * @event done - It was done; `detail` is the sentence that says so, or the member with the new role.
 * @event close - The dialog was closed.
 */
export class MemberTasks extends PrefixedElement {
  static override tag = 'member-tasks';
  static override uses = [Banner, Button, Dialog, Input, RadioGroup, TagInput];
  static override styles = [
    widgetStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
      .link {
        align-items: end;
        margin-block-start: var(--_space-3);
      }
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
        padding: 0;
        list-style: none;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) task!: MemberTask;
  @state() private roles: readonly Option[] = [];
  /** The role that is chosen. */
  @state() private chosen: AnyRole | '' = '';
  @state() private emails = '';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @state() private answers: readonly InvitationAnswer[] | null = null;
  @state() private link = '';
  @state() private copied = '';
  @query('form') private form!: HTMLFormElement;

  override connectedCallback(): void {
    super.connectedCallback();
    const { task } = this;
    if (task.kind === 'invite' || task.kind === 'edit') void this.#run(() => this.#loadRoles());
    if (task.kind === 'link') void this.#run(() => this.#loadLink(task.invitation));
  }

  /** The dialog opens before its field can take the focus. */
  protected override firstUpdated(): void {
    const field = this.renderRoot.querySelector<TagInput>('[autofocus]');
    void field?.updateComplete.then(() => field.focus());
  }

  async #loadRoles(): Promise<void> {
    const { roles, made } = await this.session.client.members.roles({});
    this.roles = roleOptions(roles, made);
    this.chosen = this.task.kind === 'edit' ? this.task.member.role : (roles.at(-1) ?? '');
  }

  async #loadLink({ id }: Invitation): Promise<void> {
    this.link = (await this.session.client.invitations.createLink({ id })).link;
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.failure] = [true, null];
    await work().catch((error: unknown) => (this.failure = toFailure(error)));
    this.busy = false;
  }

  readonly #submit = (event?: Event): void => {
    event?.preventDefault();
    if (!this.form || reportForm(this.form)) void this.#run(() => this.#act());
  };

  async #act(): Promise<void> {
    const done = this.answers ? null : await this.#carryOut();
    if (done === null) this.tell('close');
    else this.tell('done', done);
  }

  /** Does it; gives what is said of it, null where there is nothing to do. */
  async #carryOut(): Promise<string | Member | null> {
    const { client } = this.session;
    const { task } = this;
    const role = this.chosen as AnyRole; // the form asks for it
    switch (task.kind) {
      case 'invite': {
        const emails = this.emails.split(/[,\n]/).filter(Boolean);
        this.answers = (await client.invitations.create({ emails, role })).items;
        return '';
      }
      case 'edit':
        return client.members.update({ id: task.member.id, role });
      case 'remove':
        await client.members.remove({ id: task.member.id });
        return msg(str`${task.member.name} was removed.`);
      case 'deactivate':
        await client.members.deactivate({ id: task.member.id });
        return msg(str`${task.member.name} is deactivated.`);
      case 'revoke':
        await client.invitations.revoke({ id: task.invitation.id });
        return msg(str`The invitation of ${task.invitation.email} was withdrawn.`);
      case 'link':
        return null;
    }
  }

  override render(): unknown {
    const { heading, content, act, danger } = this.#shape();
    return html`<x-dialog
      ?side=${this.task.kind === 'invite'}
      heading=${heading}
      open
      @close=${() => this.tell('close')}
    >
      ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''} ${content}
      <x-button slot="footer" variant=${danger ? 'danger' : 'primary'} ?busy=${this.busy} @click=${() => this.#submit()}
        >${act}</x-button
      >
    </x-dialog>`;
  }

  #shape(): Shape {
    const { task } = this;
    switch (task.kind) {
      case 'invite':
        return this.#inviting();
      case 'edit':
        return {
          heading: msg(str`Role of ${task.member.name}`),
          content: html`<form novalidate @submit=${this.#submit}>${this.#roleChoice()}</form>`,
          act: msg('Save'),
        };
      case 'remove':
        return {
          heading: msg(str`Remove ${task.member.name}?`),
          content: html`<p>
            ${msg('They can no longer open this workspace, in a few seconds everywhere. What they did stays, under their name. You can invite them again.')}
          </p>`,
          act: msg('Remove'),
          danger: true,
        };
      case 'deactivate':
        return {
          heading: msg(str`Deactivate ${task.member.name}?`),
          content: html`<p>
            ${msg('They can do nothing here any more, in a few seconds everywhere. Their role, what they did and what was theirs stay, until you reactivate them.')}
          </p>`,
          act: msg('Deactivate'),
          danger: true,
        };
      case 'revoke':
        return {
          heading: msg('Withdraw the invitation?'),
          content: html`<p>${msg(str`The links that ${task.invitation.email} has are good for nothing then.`)}</p>`,
          act: msg('Withdraw'),
          danger: true,
        };
      case 'link':
        return {
          heading: msg('Link of the invitation'),
          content: html`<p class="muted">
              ${msg(str`For ${task.invitation.email} alone: whoever has it can accept as ${roleName(task.invitation)}.`)}
            </p>
            ${this.#linkField(this.link, task.invitation.email)}`,
          act: msg('Done'),
        };
    }
  }

  #roleChoice(): unknown {
    return html`<x-radio-group
      appearance="cards"
      label=${msg('Role')}
      required
      .options=${this.roles}
      .value=${this.chosen}
      @change=${(event: Event) => (this.chosen = (event.target as RadioGroup).value as AnyRole)}
    ></x-radio-group>`;
  }

  #inviting(): Shape {
    if (this.answers) return this.#invited(this.answers);
    return {
      heading: msg('Invite people'),
      content: html`<form novalidate @submit=${this.#submit}>
        <x-tag-input
          autofocus
          label=${msg('Email addresses')}
          hint=${msg('Several at once: part them with commas, or paste a list.')}
          placeholder="ada@example.com"
          inputmode="email"
          required
          max="50"
          .validate=${(tag: string) => (/^\S+@\S+\.\S+$/.test(tag) ? '' : msg('This is not an email address.'))}
          .value=${this.emails}
          @change=${(event: Event) => (this.emails = (event.target as TagInput).value)}
        ></x-tag-input>
        ${this.#roleChoice()}
      </form>`,
      act: msg('Send invitations'),
    };
  }

  /** What became of each address, with a link to hand over. */
  #invited(answers: readonly InvitationAnswer[]): Shape {
    const isUnset = answers.some(({ invitation }) => invitation?.mail?.state === 'unset');
    return {
      heading: msg('Invited'),
      content: html`${
          isUnset
            ? html`<x-banner tone="warning"
                >${msg('No mail can be sent from here. Hand each link over yourself.')}</x-banner
              >`
            : ''
        }
        <ul>
          ${answers.map(
            ({ email, outcome, link }) =>
              html`<li>
                <p><span class="strong">${email}</span></p>
                <p class="caption">${outcomeWords(outcome)}</p>
                ${link && isUnset ? this.#linkField(link, email) : ''}
              </li>`,
          )}
        </ul>`,
      act: msg('Done'),
    };
  }

  #linkField(link: string, of: string): unknown {
    return html`<div class="row link">
      <x-input class="grow" readonly label=${msg(str`Link for ${of}`)} .value=${link}></x-input>
      <x-button icon="copy" ?disabled=${!link} @click=${() => void this.#copy(link)}
        >${this.copied === link && link ? msg('Copied') : msg('Copy')}</x-button
      >
    </div>`;
  }

  /** Where a page may not write to the clipboard, the link stands in a field to be chosen. */
  async #copy(link: string): Promise<void> {
    await navigator.clipboard.writeText(link).then(
      () => (this.copied = link),
      () => this.renderRoot.querySelector<HTMLElement>('[readonly]')?.focus(),
    );
  }
}

function outcomeWords(outcome: InvitationAnswer['outcome']): string {
  const words = {
    invited: msg('Invited. The link is good for 7 days.'),
    renewed: msg('Was invited before; the invitation is good for 7 days again.'),
    member: msg('Is a member already.'),
    invalid: msg('This is not an email address.'),
  };
  return words[outcome];
}
