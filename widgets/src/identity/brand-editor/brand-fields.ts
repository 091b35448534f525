import { msg } from '@lit/localize';
import type { SettingName } from '@tabard/contract';
import { languages } from '@tabard/contract/languages';
import { detailText } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { timeZones } from '../../core/time-zones.ts';
import type { Input } from '../../kit/input.ts';
import type { Option } from '../../kit/select.ts';
import type { Switch } from '../../kit/switch.ts';
import { holds, isColor, saysItself } from './brand-draft.ts';
import { isOpen, sourceLine, type Editing } from './setting-line.ts';
import { lockedMeanwhile, settingHint, settingLabel } from './setting-words.ts';

/** A group of settings under a heading. */
export interface Section {
  heading: string;
  fields: unknown;
}

/** The fields of a place, by section. */
export function brandSections(editing: Editing): readonly Section[] {
  return [
    {
      heading: msg('Name and logos'),
      fields: [
        text(editing, 'displayName', { max: 120 }),
        text(editing, 'logoUrl', { type: 'url' }),
        text(editing, 'logoDarkUrl', { type: 'url' }),
        text(editing, 'markUrl', { type: 'url' }),
        text(editing, 'faviconUrl', { type: 'url' }),
      ],
    },
    {
      heading: msg('Colours and shapes'),
      fields: [
        color(editing, 'color'),
        contrast(editing),
        choice(editing, 'mode', [
          { value: 'auto', label: msg('As the device') },
          { value: 'light', label: msg('Light') },
          { value: 'dark', label: msg('Dark') },
        ]),
        text(editing, 'fontFamily', { max: 200 }),
        radius(editing),
        choice(editing, 'density', [
          { value: 'compact', label: msg('Compact') },
          { value: 'comfortable', label: msg('Comfortable') },
          { value: 'spacious', label: msg('Spacious') },
        ]),
      ],
    },
    {
      heading: msg('Mails of the service'),
      fields: [toggle(editing, 'mailLogo'), color(editing, 'mailColor'), area(editing, 'legalText')],
    },
    {
      heading: msg('Company'),
      fields: [
        area(editing, 'postalAddress'),
        text(editing, 'supportEmail', { type: 'email' }),
        text(editing, 'privacyUrl', { type: 'url' }),
      ],
    },
    { heading: msg('Language and sending'), fields: sending(editing) },
  ];
}

function sending(editing: Editing): unknown {
  return [
    choice(editing, 'locale', languageOptions(editing.locale)),
    zone(editing),
    cap(editing),
    choice(editing, 'deliveryGuarantee', [
      { value: 'at_most_once', label: msg('Stop and ask') },
      { value: 'at_least_once', label: msg('Send it again') },
    ]),
    choice(editing, 'companyMatching', [
      { value: 'off', label: msg('Leave leads without a company') },
      { value: 'join', label: msg('Leads join the company of their domain') },
      { value: 'create', label: msg('The same, and make companies that are missing') },
    ]),
  ];
}

/** The languages of mails and pages, in the reader's own. */
function languageOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return languages.map((value) => ({ value, label: names.of(value) ?? value }));
}

/** A field with where its value comes from below it. */
export const around = (editing: Editing, name: SettingName, field: unknown): unknown =>
  html`<div class="setting">${field}${sourceLine(editing, name)}</div>`;

/** What the platform says of a field. */
export function problem({ failure }: Editing, name: SettingName): string {
  const said = failure?.details.find(({ path }) => path === `set.${name}`);
  if (!said || !failure) return '';
  return failure.code === 'settings.locked' ? lockedMeanwhile() : detailText(said, failure.code);
}

/** What stands in a field: what is said here, or all that holds where nothing can be said. What is inherited stands behind it. */
function written(editing: Editing, name: SettingName): { value: string; behind: string } {
  const { settings, draft } = editing;
  const value = String(holds(settings, draft, name) ?? '');
  if (!isOpen(editing, name)) return { value, behind: '' };
  return saysItself(settings, draft, name)
    ? { value, behind: String(settings[name].inherited.value ?? '') }
    : { value: '', behind: value };
}

export const typed = (event: Event): string => (event.target as Input).value;

/** A field of one line. */
export function text(
  editing: Editing,
  name: SettingName,
  { type = 'text', max = 2048 }: { type?: Input['type']; max?: number } = {},
): unknown {
  const { value, behind } = written(editing, name);
  return around(
    editing,
    name,
    html`<x-input
      name=${name}
      label=${settingLabel(name)}
      hint=${settingHint(name)}
      type=${type}
      maxlength=${max}
      pattern=${type === 'url' ? 'https://.+' : ''}
      placeholder=${behind}
      .value=${value}
      error=${problem(editing, name)}
      ?disabled=${!isOpen(editing, name)}
      @input=${(event: Event) => editing.say(name, typed(event))}
    ></x-input>`,
  );
}

function area(editing: Editing, name: SettingName): unknown {
  const { value, behind } = written(editing, name);
  return around(
    editing,
    name,
    html`<x-text-area
      name=${name}
      label=${settingLabel(name)}
      hint=${settingHint(name)}
      rows="2"
      maxlength="500"
      placeholder=${behind}
      .value=${value}
      error=${problem(editing, name)}
      ?disabled=${!isOpen(editing, name)}
      @input=${(event: Event) => editing.say(name, typed(event))}
    ></x-text-area>`,
  );
}

function choice(editing: Editing, name: SettingName, options: readonly Option[]): unknown {
  return around(
    editing,
    name,
    html`<x-select
      name=${name}
      label=${settingLabel(name)}
      .options=${options}
      .value=${String(holds(editing.settings, editing.draft, name))}
      error=${problem(editing, name)}
      ?disabled=${!isOpen(editing, name)}
      @change=${(event: Event) => editing.say(name, typed(event))}
    ></x-select>`,
  );
}

/** A field for the signs of a colour, and the browser's own picker beside it. */
function color(editing: Editing, name: 'color' | 'mailColor'): unknown {
  const { settings, draft } = editing;
  const { value, behind } = written(editing, name);
  const shown = [value, behind, holds(settings, draft, 'color')].find(isColor) ?? '#000000';
  const label = settingLabel(name);
  return around(
    editing,
    name,
    html`<div class="color">
      <input
        type="color"
        aria-label=${label}
        .value=${longHex(shown)}
        ?disabled=${!isOpen(editing, name)}
        @input=${(event: Event) => editing.say(name, (event.target as HTMLInputElement).value)}
      />
      <x-input
        class="grow"
        name=${name}
        label=${label}
        maxlength="7"
        pattern="#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"
        placeholder=${behind || (name === 'mailColor' ? msg('As the brand') : '')}
        .value=${value}
        error=${problem(editing, name)}
        ?disabled=${!isOpen(editing, name)}
        @input=${(event: Event) => editing.say(name, typed(event).trim())}
      ></x-input>
    </div>`,
  );
}

/** How well the colour can be read; its code comes with the preview's. */
function contrast({ settings, draft, locale }: Editing): unknown {
  const shown = holds(settings, draft, 'color');
  return html`<x-brand-contrast color=${isColor(shown) ? shown : ''} locale=${locale}></x-brand-contrast>`;
}

const longHex = (hex: string): string => (hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex).toLowerCase();

function radius(editing: Editing): unknown {
  const value = holds(editing.settings, editing.draft, 'radius');
  return around(
    editing,
    'radius',
    html`<x-number-field
      name="radius"
      label=${settingLabel('radius')}
      min="0"
      max="16"
      hint=${settingHint('radius')}
      .value=${String(value)}
      error=${problem(editing, 'radius')}
      ?disabled=${!isOpen(editing, 'radius')}
      @input=${(event: Event) => editing.say('radius', numberOf(typed(event)))}
      @change=${(event: Event) => editing.say('radius', numberOf(typed(event)))}
    ></x-number-field>`,
  );
}

function cap(editing: Editing): unknown {
  const { value, behind } = written(editing, 'dailyCap');
  return around(
    editing,
    'dailyCap',
    html`<x-number-field
      name="dailyCap"
      label=${settingLabel('dailyCap')}
      hint=${settingHint('dailyCap')}
      min="0"
      max="10000000"
      placeholder=${behind || msg('No limit')}
      .value=${value}
      error=${problem(editing, 'dailyCap')}
      ?disabled=${!isOpen(editing, 'dailyCap')}
      @input=${(event: Event) => editing.say('dailyCap', numberOf(typed(event)))}
      @change=${(event: Event) => editing.say('dailyCap', numberOf(typed(event)))}
    ></x-number-field>`,
  );
}

const numberOf = (value: string): number | null => (/^\d+$/.test(value) ? Number(value) : null);

/** Something that is so or not. */
export function toggle(editing: Editing, name: 'mailLogo' | 'signUp'): unknown {
  return around(
    editing,
    name,
    html`<x-switch
      name=${name}
      label=${settingLabel(name)}
      hint=${settingHint(name)}
      .checked=${holds(editing.settings, editing.draft, name)}
      ?disabled=${!isOpen(editing, name)}
      @change=${(event: Event) => editing.say(name, (event.target as Switch).checked)}
    ></x-switch>`,
  );
}

/** The zones of the world, made once for a language. */
let zones: { of: string; options: readonly Option[] } | null = null;

function zone(editing: Editing): unknown {
  const value = holds(editing.settings, editing.draft, 'timeZone');
  const of = `${editing.locale} ${value}`;
  if (zones?.of !== of)
    zones = { of, options: timeZones(value, editing.locale).map(({ value, label }) => ({ value, label })) };
  return around(
    editing,
    'timeZone',
    html`<x-select
      name="timeZone"
      label=${settingLabel('timeZone')}
      .options=${zones.options}
      .value=${value}
      error=${problem(editing, 'timeZone')}
      ?disabled=${!isOpen(editing, 'timeZone')}
      @change=${(event: Event) => editing.say('timeZone', typed(event))}
    ></x-select>`,
  );
}
