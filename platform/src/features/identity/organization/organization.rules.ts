import { brandSettingNames, type Brand } from '@tabard/contract';
import type { OrganizationRow } from './load-chain.ts';
import { resolveSettings, type SettingsLevel } from './resolve-setting.ts';

/** An organization as a place that says settings. */
export function levelOf({ id, name, brand, settings, locks }: OrganizationRow): SettingsLevel {
  const { inheritPostalAddress = false, ...parts } = brand;
  return {
    kind: 'organization',
    id,
    name,
    said: { ...parts, ...settings },
    locks,
    inheritsAddress: inheritPostalAddress,
  };
}

/** A place that is not there yet and says nothing. */
export function newLevel(kind: SettingsLevel['kind'], name: string): SettingsLevel {
  return { kind, id: '', name, said: {}, locks: [], inheritsAddress: false };
}

/** The brand of the first of the levels, which go up to the root, with everything inherited filled in. */
export function inheritBrand(levels: readonly SettingsLevel[]): Brand {
  return resolveSettings(levels, brandSettingNames);
}
