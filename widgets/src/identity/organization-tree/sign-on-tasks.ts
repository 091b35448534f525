import { msg, str } from '@lit/localize';
import type { Role, TreeNode } from '@tabard/contract';
import type { IdentityProvider, IdentityProviderTest } from '@tabard/contract/identity/identity-provider';
import { css, type CSSResultGroup, type TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import type { Input } from '../../kit/input.ts';
import { Select } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { ConfirmedTasks, type TaskShape } from '../confirmed-tasks.ts';
import { roleName } from '../role-labels.ts';
import { checkLine, signOnWords } from './sign-on-words.ts';

/** What stands in the fields. */
interface Draft {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** With commas between them. */
  domains: string;
  /** The role on the first sign-in; empty where people are invited first. */
  role: Role | '';
  isEnforced: boolean;
}

/** The roles that a first sign-in may give in a whole organization. */
const joinRoles = ['client', 'viewer', 'outreach_specialist', 'campaign_manager', 'workspace_admin'] as const;

/**
 * How the people of an organization sign in by a provider of their own: set up, tested, and taken away again.
 *
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class SignOnTasks extends ConfirmedTasks {
  static override tag = 'sign-on-tasks';
  static override uses: readonly PrefixedElementClass[] = [...ConfirmedTasks.uses, Checkbox, Select, Skeleton];
  static override styles: CSSResultGroup = [
    ConfirmedTasks.styles,
    css`
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .field {
        align-items: end;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) node!: TreeNode;
  /** What is set up; undefined until it is known, null where nothing is. */
  @state() private provider: IdentityProvider | null | undefined;
  @state() private redirectUrls: readonly string[] = [];
  @state() private draft: Draft = draftOf(null);
  @state() private tested: IdentityProviderTest | null = null;
  @state() private isRemoving = false;
  @state() private copied = '';

  protected override saidBeside: readonly string[] = ['name', 'issuer', 'clientId', 'clientSecret', 'domains'];

  get #place(): { organizationId: string } {
    return { organizationId: this.node.organizationId ?? '' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(signOnWords);
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const { items, redirectUrls } = await this.session.client.identityProviders.list(this.#place);
      this.#take(items.find(({ kind }) => kind === 'oidc') ?? null);
      this.redirectUrls = redirectUrls;
    } catch (error) {
      this.failure = textOf(toFailure(error));
    }
  }

  #take(provider: IdentityProvider | null): void {
    this.provider = provider;
    this.draft = draftOf(provider);
  }

  protected async act(): Promise<void> {
    const { identityProviders } = this.session.client;
    const { provider, draft, node } = this;
    if (this.isRemoving && provider) {
      await identityProviders.remove({ id: provider.id });
      this.tell('done', msg(str`${node.name} has no sign-in of its own any more.`));
      return;
    }
    const { role, isEnforced } = draft;
    const [name, issuer, clientId, clientSecret] = [draft.name, draft.issuer, draft.clientId, draft.clientSecret].map(
      (text) => text.trim(),
    );
    const isSameRole = (provider?.join?.role ?? '') === role;
    const saved = await identityProviders.set({
      ...this.#place,
      kind: 'oidc',
      name,
      issuer,
      clientId,
      isEnforced,
      domains: draft.domains.split(/[\s,;]+/).filter(Boolean),
      ...(clientSecret && { clientSecret }),
      // Where somebody said a workspace by the API, it stays.
      ...(!isSameRole && { join: role ? { role } : null }),
    });
    this.#take(saved);
    await this.#test();
  }

  async #test(): Promise<void> {
    const { provider } = this;
    if (!provider) return;
    this.tested = null;
    this.tested = await this.session.client.identityProviders.test({ id: provider.id });
  }

  protected shape(): TaskShape {
    const { node, provider } = this;
    if (this.isRemoving)
      return {
        heading: msg(str`Remove the sign-in of ${node.name}?`),
        content: html`<p>
          ${msg('Its people sign in with a password or by a link in a mail then; whoever has no password gets a link by mail.')}
        </p>`,
        act: msg('Remove'),
        danger: true,
      };
    return {
      heading: msg(str`Sign-in of ${node.name}`),
      side: true,
      content:
        provider === undefined
          ? this.failure
            ? ''
            : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`
          : this.#fields(),
      act: msg('Save and test'),
      others: provider
        ? html`<x-button variant="quiet" @click=${() => (this.isRemoving = true)}>${msg('Remove')}</x-button
            ><x-button ?busy=${this.busy} @click=${() => void this.attempt(() => this.#test())}
              >${msg('Test the connection')}</x-button
            >`
        : '',
    };
  }

  #fields(): TemplateResult {
    const { draft, provider, tested } = this;
    return html`<p class="muted">
        ${msg('People with addresses of your mail domains sign in at your own identity provider (OpenID Connect). Enter this address there:')}
      </p>
      ${this.redirectUrls.map((url) => this.#copyable(url))}
      ${this.#text('name', msg('Company'), { max: 80, hint: msg('What the sign-in is called.') })}
      ${this.#text('issuer', msg('Issuer'), { max: 500, hint: msg('Such as https://login.client.example.'), ltr: true })}
      ${this.#text('clientId', msg('Client ID'), { max: 400, ltr: true })}
      ${this.#text('clientSecret', msg('Client secret'), {
        max: 2000,
        hint: provider ? msg('Leave it empty to keep the present one.') : '',
        optional: provider !== null,
        secret: true,
      })}
      ${this.#text('domains', msg('Mail domains'), {
        max: 2000,
        hint: msg(
          'With commas between them. Each has to be among the domains of the organization, with its TXT record set.',
        ),
        optional: true,
        ltr: true,
      })}
      ${(provider?.domains ?? []).filter(({ isProven }) => !isProven).map(({ domain }) => html`<p class="caption">${msg(str`${domain} is not proven any more, so nobody is led here by it.`)}</p>`)}
      <x-select
        label=${msg('On their first sign-in')}
        .options=${[
          { value: '', label: msg('Only people who were invited come in') },
          ...joinRoles.map((role) => ({ value: role, label: msg(str`Everybody comes in as: ${roleName({ role })}`) })),
        ]}
        .value=${draft.role}
        @change=${(event: Event) => this.#change({ role: (event.target as Select).value as Draft['role'] })}
      ></x-select>
      <x-checkbox
        label=${msg('No other way to sign in')}
        hint=${msg('Passwords, links and passkeys of these people open nothing then. Administrators of the organization keep every way.')}
        .checked=${draft.isEnforced}
        @change=${(event: Event) => this.#change({ isEnforced: (event.target as Checkbox).checked })}
      ></x-checkbox>
      <div role="status">
        ${
          tested
            ? html`<ul>
                ${tested.checks.map(checkLine)}
              </ul>`
            : ''
        }
        ${tested?.isWorking ? html`<p>${msg('The connection works. Try it: sign in with an address of a domain above.')}</p>` : ''}
      </div>`;
  }

  #change(given: Partial<Draft>): void {
    this.draft = { ...this.draft, ...given };
    this.refused = null;
    this.failure = '';
  }

  #text(
    key: 'name' | 'issuer' | 'clientId' | 'clientSecret' | 'domains',
    label: string,
    more: { max: number; hint?: string; ltr?: boolean; optional?: boolean; secret?: boolean },
  ): TemplateResult {
    return html`<x-input
      type=${more.secret ? 'password' : 'text'}
      label=${label}
      hint=${more.hint ?? ''}
      ?required=${!more.optional}
      ?autofocus=${key === 'name' && this.provider === null}
      maxlength=${more.max}
      autocomplete=${more.secret ? 'new-password' : 'off'}
      spellcheck="false"
      dir=${more.ltr ? 'ltr' : 'auto'}
      .error=${this.errorOf(key)}
      .value=${this.draft[key]}
      @input=${(event: Event) => this.#change({ [key]: (event.target as Input).value })}
    ></x-input>`;
  }

  #copyable(text: string): TemplateResult {
    return html`<div class="row field">
      <x-input class="grow" readonly dir="ltr" label=${msg('Redirect address')} .value=${text}></x-input>
      <x-button icon="copy" aria-label=${msg(str`Copy ${text}`)} @click=${() => void this.#copy(text)}
        >${this.copied === text ? msg('Copied') : msg('Copy')}</x-button
      >
    </div>`;
  }

  /** Where a page may not write to the clipboard, the text stands in a field to be chosen. */
  async #copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => (this.copied = text),
      () => undefined,
    );
  }
}

const draftOf = (provider: IdentityProvider | null): Draft => ({
  name: provider?.name ?? '',
  issuer: provider?.issuer ?? '',
  clientId: provider?.clientId ?? '',
  clientSecret: '',
  domains: provider?.domains.map(({ domain }) => domain).join(', ') ?? '',
  role: provider?.join?.role ?? '',
  isEnforced: provider?.isEnforced ?? false,
});
