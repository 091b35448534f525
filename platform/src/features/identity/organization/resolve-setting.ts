import type { Brand, Language, plainSettingNames, SettingName, SettingsSaid, Uuid } from '@tabard/contract';

/** The settings that are no part of a brand. */
export type PlainName = (typeof plainSettingNames)[number];
/** What a place says of those. */
export type PlainSettings = Partial<Pick<SettingsSaid, PlainName>>;
/** What holds at a place. */
export type SettingValues = Brand & {
  locale: Language;
  timeZone: string;
  dailyCap: number | null;
  deliveryGuarantee: 'at_most_once' | 'at_least_once';
  companyMatching: 'off' | 'join' | 'create';
  signUp: boolean;
  signUpDomains: string[];
  signUpBlockedDomains: string[];
  termsUrl: string | null;
  termsVersion: string;
};

/** One place of the tree, with what it says itself. */
export interface SettingsLevel {
  kind: 'workspace' | 'organization';
  id: Uuid;
  name: string;
  said: SettingsSaid;
  /** What nobody below can say. */
  locks: readonly SettingName[];
  /** Whether an organization without a postal address takes the one above. */
  inheritsAddress: boolean;
}

/** What holds where nobody up the tree said otherwise. */
export const settingDefaults: SettingValues = {
  displayName: '',
  logoUrl: null,
  logoDarkUrl: null,
  markUrl: null,
  faviconUrl: null,
  color: '#2b5fd9',
  mode: 'auto',
  fontFamily: null,
  radius: 7,
  density: 'comfortable',
  mailLogo: true,
  mailColor: null,
  legalText: '',
  postalAddress: '',
  supportEmail: null,
  privacyUrl: null,
  locale: 'en',
  timeZone: 'UTC',
  dailyCap: null,
  deliveryGuarantee: 'at_most_once',
  companyMatching: 'join',
  signUp: false,
  signUpDomains: [],
  signUpBlockedDomains: [],
  termsUrl: null,
  termsVersion: '',
};

/** A setting that holds, and the place that says it: null for the product itself. */
export interface Resolved<N extends SettingName = SettingName> {
  value: SettingValues[N];
  from: SettingsLevel | null;
  lockedBy: SettingsLevel | null;
}

/** What one place says of a setting; undefined where it says nothing. */
function saidAt(level: SettingsLevel, name: SettingName): unknown {
  const value = level.said[name];
  // An empty name or address says nothing, and an organization without a name of its brand goes by its own.
  if (name === 'displayName') return value || (level.kind === 'organization' ? level.name : undefined);
  if (name === 'postalAddress') return typeof value === 'string' && value.trim() ? value : undefined;
  return value === null && name !== 'dailyCap' ? undefined : value;
}

/** The topmost organization that has locked a setting for the first of the levels; -1 where none has. */
const lockerOf = (levels: readonly SettingsLevel[], name: SettingName): number =>
  levels.findLastIndex(({ locks }, index) => index > 0 && locks.includes(name));

/**
 * What holds at the first of the levels, which go up to the root: what the nearest of them says, or what holds at the topmost one that
 * has locked it. Name and postal address belong to one company: an organization goes by its own name, and has the address of the one
 * above only where it says so.
 */
export function resolveSetting<N extends SettingName>(levels: readonly SettingsLevel[], name: N): Resolved<N> {
  const locker = lockerOf(levels, name);
  const lockedBy = levels[locker] ?? null;
  for (let at = Math.max(locker, 0); at < levels.length; at++) {
    const level = levels[at]!; // within the list
    const value = saidAt(level, name);
    // What is stored was checked by the schema of its name.
    if (value !== undefined) return { value: value as SettingValues[N], from: level, lockedBy };
    if (name === 'postalAddress' && level.kind === 'organization' && !level.inheritsAddress) break;
  }
  return { value: settingDefaults[name], from: null, lockedBy };
}

/** Whether the first of the levels says a setting itself. */
export function saysItself([level]: readonly SettingsLevel[], name: SettingName): boolean {
  if (!level) return false;
  return name === 'displayName' ? Boolean(level.said.displayName) : saidAt(level, name) !== undefined;
}

/** Everything that holds at the first of the levels. */
export function resolveSettings<N extends SettingName>(
  levels: readonly SettingsLevel[],
  names: readonly N[],
): Pick<SettingValues, N> {
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const name of names) values[name] = resolveSetting(levels, name).value;
  return values as Pick<SettingValues, N>; // one for each name
}
