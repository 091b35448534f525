import type { SettingName } from '@tabard/contract';
import { fail } from '#kernel';
import { resolveSetting, type SettingsLevel } from './resolve-setting.ts';

interface Said {
  /** The settings that somebody wants to say. */
  names: readonly SettingName[];
  /** Where they stand in the input. */
  at: 'set' | 'brand' | '';
  /** What whoever asks may know of an organization that has locked one; null where it is none of theirs. */
  nameOf?: (level: SettingsLevel) => string | null;
}

/** Refuses to let the first of the levels say what an organization above it has locked. */
export function refuseLocked(levels: readonly SettingsLevel[], { names, at, nameOf = () => null }: Said): void {
  const details = names.flatMap((name) => {
    const { lockedBy } = resolveSetting(levels, name);
    if (!lockedBy) return [];
    const who = nameOf(lockedBy) ?? 'An organization above';
    return [{ path: [at, name].filter(Boolean).join('.'), message: `${who} has locked this setting.` }];
  });
  if (details.length > 0) fail('settings.locked', { details });
}
