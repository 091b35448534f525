import {
  settingNames,
  toPublicId,
  type SettingName,
  type Settings,
  type SettingSource,
  type Uuid,
} from '@tabard/contract';
import { resolveSetting, saysItself, type SettingsLevel } from '#features/identity/organization';

/** The organizations whose names somebody may know; those above are their provider's, in whose white label they work. */
export function seenBy(levels: readonly SettingsLevel[], topmost: Uuid): ReadonlySet<Uuid> {
  const top = levels.findIndex(({ id }) => id === topmost);
  return new Set(levels.slice(0, top + 1).map(({ id }) => id));
}

function showSource(level: SettingsLevel | null, seen: ReadonlySet<Uuid>): SettingSource {
  if (!level) return { kind: 'product', id: null, name: null };
  if (!seen.has(level.id)) return { kind: 'provider', id: null, name: null };
  return { kind: level.kind, id: toPublicId(level.kind, level.id), name: level.name };
}

/** What holds at the first of the levels, and where each value comes from. */
export function showSettings(levels: readonly SettingsLevel[], seen: ReadonlySet<Uuid>): Settings {
  const [here, ...above] = levels;
  const silent = here ? [{ ...here, said: {} }, ...above] : [];
  const show = (name: SettingName) => {
    const { value, from, lockedBy } = resolveSetting(levels, name);
    const inherited = resolveSetting(silent, name);
    return {
      value,
      from: showSource(from, seen),
      inherited: { value: inherited.value, from: showSource(inherited.from, seen) },
      own: saysItself(levels, name),
      locked: here?.locks.includes(name) ?? false,
      lockedBy: lockedBy && showSource(lockedBy, seen),
    };
  };
  return Object.fromEntries(settingNames.map((name) => [name, show(name)])) as Settings; // one for each name
}
