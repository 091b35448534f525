import { msg, str } from '@lit/localize';
import type { UserSession } from '@tabard/contract';
import type { Account } from '@tabard/contract/identity/account';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { accountLine } from './account-line.ts';
import { accountSettingsStyles } from './account-settings.styles.ts';
import type { AccountTask } from './account-tasks.ts';
import { accountWords } from './account-words.ts';
import { deviceName } from './device-name.ts';
import { placeLines } from './place-lines.ts';
import { passkeyLines } from './passkey-lines.ts';
import { identityLines } from './identity-lines.ts';
import type { IdentityTask } from './identity-tasks.ts';
import type { PasskeyTask } from './passkey-tasks.ts';
import { languageName, zoneName } from './profile-lines.ts';

/**
 * What others see a person as who signs in here, the language and the clock that they read by, and how they sign in: their address, their password, an app for codes with recovery codes, passkeys, accounts elsewhere, and where they are signed in. Users whom
 * a host vouches for have no account here, and are told so.
 *
 * @summary A person's own account.
 * @event {CustomEvent<{ locale: string, timeZone: string }>} change-profile - The person chose another language or clock; give them to `init` or `update` if the page is to follow.
 */
export class AccountSettings extends Widget {
  static override tag = 'account-settings';
  static override widgetName = 'account-settings' as const;
  static override permission = 'workspace.read' as const;
  static override uses: readonly PrefixedElementClass[] = widgetParts;
  static override styles: CSSResultGroup = [Widget.styles, badgeMarkStyles, accountSettingsStyles];
  protected override readonly skeleton = 'text';
  /** What the person is about to do, in a dialog. */
  @state() private task: AccountTask | null = null;
  @state() private passkeyTask: PasskeyTask | null = null;
  @state() private identityTask: IdentityTask | null = null;

  readonly #account = new Query<Account>(this, {
    key: () => (this.session?.current?.hasAccount ? ['account', 'get'] : null),
    ask: (session) => session.client.account.get({}),
    onFailure: this.onFailure,
  });
  readonly #sessions = new Query<{ items: UserSession[] }>(this, {
    key: () => (this.session?.current?.hasAccount ? ['account', 'sessions'] : null),
    ask: (session) => session.client.sessions.list({}),
    onFailure: this.onFailure,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(accountWords);
    addEventListener('focus', this.#lookAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('focus', this.#lookAgain);
  }

  /** The link of the mail opens elsewhere; whoever comes back from there sees what became of it. */
  readonly #lookAgain = (): void => {
    if (this.#account.value?.newEmail) this.session?.cache.invalidate(['account', 'get']);
  };

  protected override view(session: Session): TemplateResult {
    return html`<div class="bar"><h1>${msg('Your account')}</h1></div>
      ${session.current?.hasAccount ? this.show(this.#account, (account) => this.#sections(account)) : this.#nobody()}
      ${
        this.task && this.#account.value
          ? html`<x-account-tasks
              .session=${session}
              .task=${this.task}
              .account=${this.#account.value}
              @profile=${(event: CustomEvent<Account>) => this.#wear(session, event.detail)}
              @close=${() => (this.task = null)}
              @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
            ></x-account-tasks>`
          : ''
      }
      ${this.passkeyTask && this.#account.value ? this.#passkeyDialog(session, this.passkeyTask, this.#account.value) : ''}
      ${
        this.identityTask && this.#account.value
          ? html`<x-identity-tasks
              .session=${session}
              .task=${this.identityTask}
              .account=${this.#account.value}
              @close=${() => (this.identityTask = null)}
              @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
            ></x-identity-tasks>`
          : ''
      }`;
  }

  #passkeyDialog(session: Session, task: PasskeyTask, account: Account): TemplateResult {
    const here = this.#sessions.value?.items.find(({ isCurrent }) => isCurrent);
    return html`<x-passkey-tasks
      .session=${session}
      .task=${task}
      .account=${account}
      suggestion=${here ? deviceName(here) : ''}
      @close=${() => (this.passkeyTask = null)}
      @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
    ></x-passkey-tasks>`;
  }

  /** Who is no person of the platform's own. */
  #nobody(): TemplateResult {
    return html`<x-empty
      drawing="lock"
      heading=${msg('Your account is elsewhere')}
      text=${msg('You came here from another system, which signs you in. Change your password and your details there.')}
    ></x-empty>`;
  }

  #sections(account: Account): TemplateResult {
    return html`<div class="sections">
      <section>
        <h2>${msg('Profile')}</h2>
        <div class="panel">${this.#profile(account)}</div>
      </section>
      <section>
        <h2>${msg('Sign-in')}</h2>
        <div class="panel">
          ${this.#email(account)}
          ${accountLine(
            msg('Password'),
            account.hasPassword
              ? msg('A change signs you out wherever else you are signed in.')
              : msg('You have none. To choose one, sign out and use “Forgotten your password?” on the sign-in page.'),
            this.offers('change-password') && account.hasPassword
              ? html`<x-button @click=${() => void this.#begin('password')}>${msg('Change password')}</x-button>`
              : '',
          )}
        </div>
      </section>
      <section>
        <h2>${msg('Two-factor sign-in')}</h2>
        <div class="panel">${this.#secondFactor(account.secondFactor)}</div>
      </section>
      <section>
        <h2>${msg('Passkeys')}</h2>
        <div class="panel">
          ${passkeyLines(account.passkeys, { format: this.format, begin: (task) => void this.#beginPasskey(task) })}
        </div>
      </section>
      ${this.#identities(account)}
      <section>
        <h2>${msg('Where you are signed in')}</h2>
        <div class="panel">
          ${this.show(this.#sessions, ({ items }) => placeLines(items, { format: this.format, end: this.#end, endOthers: this.#endOthers }))}
        </div>
      </section>
    </div>`;
  }

  /** Nothing is said where there is nothing to sign in with besides. */
  #identities({ identities }: Account): TemplateResult | '' {
    if (identities.items.length + identities.offered.length === 0) return '';
    return html`<section>
      <h2>${msg('Accounts elsewhere')}</h2>
      <div class="panel">
        ${identityLines(identities, { format: this.format, begin: (task) => void this.#beginIdentity(task) })}
      </div>
    </section>`;
  }

  #profile({ name, locale, timeZone }: Account): TemplateResult {
    const chosen = [locale && languageName(locale), timeZone && zoneName(timeZone)].filter(Boolean);
    return accountLine(
      name,
      chosen.length > 0 ? chosen.join(' · ') : msg('Language and time zone are those of the workspace.'),
      this.offers('edit-profile')
        ? html`<x-button @click=${() => void this.#begin('profile')}>${msg('Edit profile')}</x-button>`
        : '',
    );
  }

  #email({ email, newEmail }: Account): TemplateResult {
    const offered = this.offers('change-email');
    return html`${accountLine(
      msg('Email address'),
      email,
      offered ? html`<x-button @click=${() => void this.#begin('email')}>${msg('Change address')}</x-button>` : '',
    )}
    ${
      newEmail
        ? accountLine(
            html`${newEmail.email} ${badgeMark(msg('Not confirmed'), 'warning')}`,
            msg(str`Use the link that we mailed there, until ${this.format.dateTime(newEmail.expiresAt)}.`),
            offered
              ? html`<x-button variant="quiet" @click=${() => void this.#stay()}
                  >${msg('Keep the present one')}</x-button
                >`
              : '',
          )
        : ''
    }`;
  }

  #secondFactor({ isOn, turnedOnAt, recoveryCodesLeft, isRequired }: Account['secondFactor']): TemplateResult {
    const mark = isOn ? badgeMark(msg('On'), 'success', true) : badgeMark(msg('Off'), 'neutral');
    if (!isOn)
      return accountLine(
        html`${msg('Authenticator app')} ${mark}`,
        msg(
          'Beside your password, a code of an app on your phone is asked for. A stolen password alone opens nothing.',
        ),
        html`<x-button variant="primary" @click=${() => void this.#begin('set-up')}>${msg('Set up')}</x-button>`,
      );
    const since = turnedOnAt ? msg(str`Since ${this.format.date(turnedOnAt)}.`) : '';
    const why = isRequired ? msg('Your organization asks for it.') : '';
    return html`${accountLine(
      html`${msg('Authenticator app')} ${mark}`,
      [since, why].filter(Boolean).join(' '),
      html`<x-button @click=${() => void this.#begin('set-up')}>${msg('Use another app')}</x-button>${
          isRequired
            ? ''
            : html`<x-button variant="quiet" @click=${() => void this.#begin('turn-off')}>${msg('Turn off')}</x-button>`
        }`,
    )}
    ${accountLine(
      html`${msg('Recovery codes')} ${recoveryCodesLeft < 3 ? badgeMark(msg('Few left'), 'warning') : ''}`,
      recoveryCodesLeft === 1
        ? msg('One is left. Each signs you in once when you do not have your device.')
        : msg(str`${recoveryCodesLeft} are left. Each signs you in once when you do not have your device.`),
      html`<x-button @click=${() => void this.#begin('codes')}>${msg('New codes')}</x-button>`,
    )}`;
  }

  readonly #end = async (item: UserSession): Promise<void> => {
    const { session } = this;
    if (session && (await this.attempt(() => session.client.sessions.end({ id: item.id }))))
      this.#done(session, msg(str`${deviceName(item)} is signed out.`));
  };

  readonly #endOthers = async (): Promise<void> => {
    const { session } = this;
    if (session && (await this.attempt(() => session.client.sessions.endOthers({}))))
      this.#done(session, msg('You are signed out everywhere else.'));
  };

  async #stay(): Promise<void> {
    const { session } = this;
    if (session && (await this.attempt(() => session.client.account.cancelEmailChange({}))))
      this.#done(session, msg('You keep your address.'));
  }

  /** The page around shows the new name at once, and is told of language and clock. */
  #wear(session: Session, { name, locale, timeZone }: Account): void {
    const { current } = session;
    if (current?.user) session.current = { ...current, user: { ...current.user, name } };
    session.dispatchEvent(new Event('change'));
    this.announce('change-profile', {
      locale: locale ?? current?.workspace?.locale ?? session.locale,
      timeZone: timeZone ?? current?.workspace?.timeZone ?? session.timeZone,
    });
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: AccountTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./account-tasks.ts')).AccountTasks);
      this.task = task;
    });
  }

  async #beginPasskey(task: PasskeyTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./passkey-tasks.ts')).PasskeyTasks);
      this.passkeyTask = task;
    });
  }

  async #beginIdentity(task: IdentityTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./identity-tasks.ts')).IdentityTasks);
      this.identityTask = task;
    });
  }

  #done(session: Session, words: string): void {
    this.task = this.passkeyTask = this.identityTask = null;
    session.cache.invalidate(['account']);
    if (words) void this.toast(words);
  }
}
