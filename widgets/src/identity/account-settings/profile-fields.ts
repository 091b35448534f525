import { msg, str } from '@lit/localize';
import type { Account } from '@tabard/contract/identity/account';
import type { TemplateResult } from 'lit';
import { textOf } from '../../base/failure-text.ts';
import type { Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { timeZones } from '../../core/time-zones.ts';
import type { Input } from '../../kit/input.ts';
import type { Option } from '../../kit/select.ts';
import { allLocales } from '../../core/locale-codes.ts';
import { languageName, zoneName } from './profile-lines.ts';

/** What is filled in, by the name of the field. */
type Given = Map<string, string>;

const locales: readonly NonNullable<Account['locale']>[] = allLocales;

const typed = (given: Given, name: string) => (event: Event) => void given.set(name, (event.target as Input).value);

/** Name, language and clock. The empty choice is that of the workspace. */
export function profileFields(account: Account, given: Given, session: Session): TemplateResult {
  const { locale = 'en', timeZone = 'UTC' } = session.current?.workspace ?? {};
  const value = (name: 'name' | 'locale' | 'timeZone') => given.get(name) ?? account[name] ?? '';
  return html`<x-input
      name="name"
      label=${msg('Name')}
      hint=${msg('What others see you as.')}
      autocomplete="name"
      maxlength="120"
      required
      autofocus
      .value=${value('name')}
      @input=${typed(given, 'name')}
    ></x-input>
    <x-select
      name="locale"
      label=${msg('Language')}
      hint=${msg('For the app and for mails about your account. Mails that are not written in it come in the language of the workspace.')}
      .options=${[
        { value: '', label: msg(str`As the workspace: ${languageName(locale)}`) },
        ...locales.map((each): Option => ({ value: each, label: languageName(each) })),
      ]}
      .value=${value('locale')}
      @change=${typed(given, 'locale')}
    ></x-select>
    <x-select
      name="timeZone"
      label=${msg('Time zone')}
      hint=${msg('Times are shown to you by this clock. When mails leave does not change.')}
      .options=${zones(account, session.locale, msg(str`As the workspace: ${zoneName(timeZone)}`))}
      .value=${value('timeZone')}
      @change=${typed(given, 'timeZone')}
    ></x-select>`;
}

const zones = ({ timeZone }: Account, locale: string, usual: string): Option[] => [
  { value: '', label: usual },
  ...timeZones(timeZone ?? 'UTC', locale).map(({ value, label }) => ({ value, label })),
];

/** What is to be changed. */
export function profileOf(
  account: Account,
  given: Given,
): { name: string; locale: Account['locale']; timeZone: string | null } {
  const locale = given.get('locale') ?? account.locale;
  return {
    name: given.get('name') ?? account.name,
    locale: locales.find((each) => each === locale) ?? null,
    timeZone: (given.get('timeZone') ?? account.timeZone) || null,
  };
}

/** Whether a failure is said at its field, and not above all of them. */
export const marksField = ({ code }: Failure): boolean => code === 'account.email_same';

/** The address to be; what was said of another one is over once it is written anew. */
export function emailField(given: Given, failure: Failure | null, forget: () => void): TemplateResult {
  return html`<p>
      ${msg('We send a link to the new address. Until you use it, you sign in as you do now. The address that you leave gets a mail, by which it can be undone.')}
    </p>
    <x-input
      name="email"
      type="email"
      label=${msg('New email address')}
      autocomplete="email"
      maxlength="254"
      required
      autofocus
      error=${failure && marksField(failure) ? textOf(failure) : ''}
      .value=${given.get('email') ?? ''}
      @input=${(event: Event) => {
        typed(given, 'email')(event);
        forget();
      }}
    ></x-input>`;
}
