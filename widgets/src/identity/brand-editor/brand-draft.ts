import { brandSettingNames } from '@tabard/contract/setting-names';
import type { Brand, SettingName, Settings, SettingsSaid } from '@tabard/contract';

/** What was changed at a place and is not stored yet. */
export interface BrandDraft {
  set: SettingsSaid;
  reset: readonly SettingName[];
  lock: readonly SettingName[];
  unlock: readonly SettingName[];
}

export const emptyDraft: BrandDraft = { set: {}, reset: [], lock: [], unlock: [] };

export const isEmpty = ({ set, reset, lock, unlock }: BrandDraft): boolean =>
  Object.keys(set).length + reset.length + lock.length + unlock.length === 0;

/** How many settings a draft changes. */
export const sizeOf = ({ set, reset, lock, unlock }: BrandDraft): number =>
  new Set([...Object.keys(set), ...reset, ...lock, ...unlock]).size;

const without = <T>(list: readonly T[], one: T): T[] => list.filter((other) => other !== one);

/** Says a setting, or with null takes it back, so that it is inherited. What is stored already is no change. */
export function say(
  settings: Settings,
  draft: BrandDraft,
  name: SettingName,
  value: SettingsSaid[SettingName],
): BrandDraft {
  const { [name]: _before, ...set } = draft.set;
  const reset = without(draft.reset, name);
  const { own, value: stored } = settings[name];
  if (value === null || value === '') return { ...draft, set, reset: own ? [...reset, name] : reset };
  if (own && value === stored) return { ...draft, set, reset };
  return { ...draft, set: { ...set, [name]: value }, reset };
}

/** Locks a setting for those below, or lets them say it again. */
export function lock(settings: Settings, draft: BrandDraft, name: SettingName, locked: boolean): BrandDraft {
  const rest = { ...draft, lock: without(draft.lock, name), unlock: without(draft.unlock, name) };
  if (locked === settings[name].locked) return rest;
  return locked ? { ...rest, lock: [...rest.lock, name] } : { ...rest, unlock: [...rest.unlock, name] };
}

/** Whether the place says a setting itself once the draft is stored. */
export const saysItself = (settings: Settings, draft: BrandDraft, name: SettingName): boolean =>
  name in draft.set || (settings[name].own && !draft.reset.includes(name));

export const isLocked = (settings: Settings, draft: BrandDraft, name: SettingName): boolean =>
  (settings[name].locked || draft.lock.includes(name)) && !draft.unlock.includes(name);

/** What holds once the draft is stored. */
export function holds<N extends SettingName>(settings: Settings, draft: BrandDraft, name: N): Settings[N]['value'] {
  if (name in draft.set) return draft.set[name] as Settings[N]['value']; // `say` keeps nothing that takes back
  return draft.reset.includes(name) ? settings[name].inherited.value : settings[name].value;
}

/** The draft that takes back what another one did to these settings. */
export function undoing(settings: Settings, done: BrandDraft): BrandDraft {
  const changed = [...(Object.keys(done.set) as SettingName[]), ...done.reset]; // keys of what can be said
  const own = changed.filter((name) => settings[name].own);
  return {
    set: Object.fromEntries(own.map((name) => [name, settings[name].value])) as SettingsSaid, // was stored as this
    reset: changed.filter((name) => !own.includes(name)),
    lock: done.unlock,
    unlock: done.lock,
  };
}

const isAddress = (value: unknown): boolean => typeof value === 'string' && /^https:\/\/[^\s/]+\.[^\s]+$/.test(value);
export const isColor = (value: unknown): boolean =>
  typeof value === 'string' && /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(value);

/** Whether what stands in a field can be looked at: half a colour or address cannot. */
function isWhole(name: keyof Brand, value: unknown): boolean {
  if (name === 'color' || name === 'mailColor') return value === null || isColor(value);
  if (name.endsWith('Url')) return value === null || isAddress(value);
  return name !== 'supportEmail' || value === null || (typeof value === 'string' && /^\S+@\S+\.\S+$/.test(value));
}

/** The brand as it looks once the draft is stored; what is half written keeps its look of before. */
export function lookOf(settings: Settings, draft: BrandDraft): Brand {
  const parts = brandSettingNames.map((name) => {
    const value = holds(settings, draft, name);
    return [name, isWhole(name, value) ? value : settings[name].value];
  });
  return Object.fromEntries(parts) as Brand; // one for each part
}
