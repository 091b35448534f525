import { msg } from '@lit/localize';
import type { Failure } from '../../base/failure.ts';
import type { SettingName, Settings, SettingsSaid } from '@tabard/contract';
import { html } from '../../base/html.ts';
import { icon } from '../../kit/draw-icon.ts';
import { isLocked, saysItself, type BrandDraft } from './brand-draft.ts';
import { lockWords, settingLabel, sourceWords } from './setting-words.ts';

/** What the fields of a place need. */
export interface Editing {
  settings: Settings;
  draft: BrandDraft;
  /** Whether this person may change anything. */
  writes: boolean;
  /** Whether there is anything below that could be locked. */
  locks: boolean;
  locale: string;
  failure: Failure | null;
  say: (name: SettingName, value: SettingsSaid[SettingName]) => void;
  lock: (name: SettingName, locked: boolean) => void;
}

/** Whether a setting can be changed here. */
export const isOpen = ({ settings, writes }: Editing, name: SettingName): boolean => writes && !settings[name].lockedBy;

/** Below each field: where its value comes from, the way back to what is inherited, and the lock for those below. */
export function sourceLine(editing: Editing, name: SettingName): unknown {
  const { settings, draft, say, lock } = editing;
  const { lockedBy, inherited } = settings[name];
  const label = settingLabel(name);
  if (lockedBy)
    return html`<p class="source locked">
      ${icon('lock')}<span>${lockWords(lockedBy)}</span>${lockButton(editing, name)}
    </p>`;
  const own = saysItself(settings, draft, name);
  const held = isLocked(settings, draft, name);
  return html`<p class="source ${own ? 'own' : ''}">
    <span>${own ? msg('Set here') : sourceWords(inherited)}</span>
    ${
      own && editing.writes
        ? html`<button
            type="button"
            class="link"
            aria-label="${label}: ${msg('Use what is inherited')}"
            @click=${() => say(name, null)}
          >
            ${msg('Use what is inherited')}
          </button>`
        : ''
    }
    ${
      editing.locks && editing.writes
        ? html`<button
            type="button"
            class="link lock"
            aria-pressed=${held}
            aria-label="${label}: ${held ? msg('Locked for all below') : msg('Lock')}"
            @click=${() => lock(name, !held)}
          >
            ${icon(held ? 'lock' : 'unlock')}${held ? msg('Locked for all below') : msg('Lock')}
          </button>`
        : held
          ? html`<span class="lock">${icon('lock')}${msg('Locked for all below')}</span>`
          : ''
    }
  </p>`;
}

/** A lock of one's own under a lock from above can only be taken away. */
function lockButton({ settings, draft, writes, locks, lock }: Editing, name: SettingName): unknown {
  if (!locks || !writes || !isLocked(settings, draft, name)) return '';
  return html`<button type="button" class="link lock" aria-pressed="true" @click=${() => lock(name, false)}>
    ${icon('lock')}${msg('Locked for all below')}
  </button>`;
}
