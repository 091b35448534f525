import { msg, str } from '@lit/localize';
import type { SettingName, SettingSource } from '@tabard/contract';

/** What is said of a setting that somebody above has locked meanwhile. */
export const lockedMeanwhile = (): string =>
  msg('An organization above has locked this. Whoever manages that organization can change or unlock it.');

/** What each setting is called. */
export function settingLabel(name: SettingName): string {
  const words: Record<SettingName, string> = {
    displayName: msg('Name'),
    logoUrl: msg('Logo'),
    logoDarkUrl: msg('Logo on dark grounds'),
    markUrl: msg('Square logo'),
    faviconUrl: msg('Icon in the browser tab'),
    color: msg('Brand colour'),
    mode: msg('Light or dark'),
    fontFamily: msg('Font'),
    radius: msg('Rounding of corners'),
    density: msg('Density'),
    mailLogo: msg('Show the logo in mails'),
    mailColor: msg('Colour of buttons in mails'),
    legalText: msg('Legal text below mails'),
    postalAddress: msg('Postal address'),
    supportEmail: msg('Address for questions'),
    privacyUrl: msg('Privacy notice'),
    locale: msg('Language of mails and pages'),
    timeZone: msg('Time zone'),
    dailyCap: msg('Mails a day'),
    deliveryGuarantee: msg('When it is not known whether a mail arrived'),
    companyMatching: msg('Leads and companies'),
    signUp: msg('People can create an account'),
    signUpDomains: msg('Only addresses of these domains'),
    signUpBlockedDomains: msg('No addresses of these domains'),
    termsUrl: msg('Terms to accept'),
    termsVersion: msg('Version of the terms'),
  };
  return words[name];
}

/** What helps to fill in a setting. */
export function settingHint(name: SettingName): string {
  const words: Partial<Record<SettingName, string>> = {
    displayName: msg('What recipients and clients see.'),
    logoUrl: msg('An address that starts with https://.'),
    radius: msg('From 0 to 16 pixels.'),
    markUrl: msg('For small places, such as the navigation and an installed app.'),
    fontFamily: msg('Fonts in the order of your choice, such as Inter, sans-serif.'),
    legalText: msg('Such as your register number. It stands below mails of the service itself.'),
    postalAddress: msg('The law asks for it in every mail of a campaign.'),
    companyMatching: msg('By the domain of an address; addresses of mail providers belong to no company.'),
    signUp: msg(
      'On the sign-in page, under the names of organizations. Each person gets a workspace of their own below.',
    ),
    signUpDomains: msg('Left empty, all domains are taken.'),
    termsUrl: msg('An address that starts with https://.'),
    termsVersion: msg('Kept with whoever accepts them, such as 2026-12.'),
    dailyCap: msg('All mailboxes of a workspace together. Left empty, what is inherited holds.'),
  };
  return words[name] ?? '';
}

/** Where a value comes from, in a few words. */
export function sourceWords({ value, from: { kind, name } }: { value: unknown; from: SettingSource }): string {
  if (kind === 'product')
    return value === null || value === ''
      ? msg('Nobody has set it yet')
      : msg('Usual value, which nobody has changed yet');
  return kind === 'provider' || !name ? msg('From your provider') : msg(str`From ${name}`);
}

/** Who has locked a setting, in a few words. */
export const lockWords = ({ name }: SettingSource): string =>
  name ? msg(str`Locked by ${name}`) : msg('Locked by your provider');
