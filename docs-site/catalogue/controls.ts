import { sourceLocale, targetLocales } from '../../widgets/src/core/locale-codes.ts';
import { check, make, select, text } from './fields.ts';
import type { Ask, Tell } from './message.ts';
import { writers } from './write-code.ts';

/** What the page says about its element. */
interface Shown {
  of: string;
  attributes: { name: string; field: string; type: string; values: string[] }[];
  event: string | null;
  /** A primitive has no code of a host's. */
  code: boolean;
}

const lights = [
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;
const brands = [
  ['#2b5fd9', 'Blue'],
  ['#c2185b', 'Pink'],
  ['#111111', 'Ink'],
] as const;
/** Each by the name that it has for itself. */
const languages = [sourceLocale, ...targetLocales].map(
  (code) => [code, new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code] as const,
);
const densities = [
  ['compact', 'Compact'],
  ['comfortable', 'Comfortable'],
  ['spacious', 'Spacious'],
] as const;
const widths = [
  ['', 'All there is'],
  ['1040', 'Desk, 1040 px'],
  ['768', 'Tablet, 768 px'],
  ['390', 'Phone, 390 px'],
] as const;

for (const root of document.querySelectorAll<HTMLElement>('.catalogue')) bringToLife(root);

/** Puts the controls around a stage and keeps both and the code in step. */
function bringToLife(root: HTMLElement): void {
  const shown = JSON.parse(root.dataset['shown'] ?? '{}') as Shown; // written by the generator
  const frame = root.querySelector('iframe')!; // the page has it
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  const ask: Ask = {
    of: shown.of,
    state: 'filled',
    look: { theme: isDark ? 'dark' : 'light', brandColor: brands[0][0], locale: 'en', density: 'comfortable' },
    attributes: {},
  };
  const code = shown.code ? codePanel(shown) : null;
  const log = shown.event === null && !shown.code ? null : eventLog();
  const send = (): void => {
    code?.update(ask.attributes);
    root.dataset['busy'] = '';
    frame.contentWindow?.postMessage(ask, location.origin);
  };
  const states = make('div', { className: 'choice' });
  const controls = make(
    'div',
    { className: 'controls' },
    states,
    ...(shown.code ? shown.attributes.map((one) => attributeField(one, ask, send)) : []),
    ...lookFields(ask, send),
    select('Width', widths, '', (value) => frame.style.setProperty('inline-size', value ? `${value}px` : '100%')),
  );
  root.prepend(controls);
  root.append(...(log ? [log.element] : []), ...(code ? [code.element] : []));
  addEventListener('message', (event: MessageEvent<Tell>) => {
    if (event.origin !== location.origin || event.source !== frame.contentWindow) return;
    const { data } = event;
    // Nothing is shown of what nobody made a story of.
    if (data.kind === 'ready' && data.states.length === 0) root.remove();
    else if (data.kind === 'ready') {
      ask.state = data.states.includes('filled') ? 'filled' : (data.states[0] ?? '');
      const names = data.states.map((state) => [state, state.replaceAll('-', ' ')] as const);
      states.replaceChildren(select('State', names, ask.state, (state) => ((ask.state = state), send())));
      send();
    } else if (data.kind === 'height') {
      frame.style.setProperty('block-size', `${Math.min(860, Math.max(shown.code ? 480 : 120, data.height))}px`);
    } else if (data.kind === 'shown') delete root.dataset['busy'];
    else log?.add(data.name, data.detail);
  });
  frame.src = `/catalogue/${shown.code ? shown.of : 'kit'}.html?of=${shown.of}`;
}

/** What a reader may want to see it in. */
function lookFields(ask: Ask, send: () => void): HTMLElement[] {
  const set =
    <K extends keyof Ask['look']>(key: K) =>
    (value: string): void => {
      // Each choice offers only what its key takes.
      ask.look = { ...ask.look, [key]: value as Ask['look'][K] };
      send();
    };
  const { theme, brandColor, density, locale } = ask.look;
  return [
    select('Light', lights, theme, set('theme')),
    select('Brand', brands, brandColor, set('brandColor')),
    text('Own brand', brandColor, set('brandColor'), 'color'),
    select('Density', densities, density, set('density')),
    select('Language', languages, locale, set('locale')),
  ];
}

function attributeField({ name, type, values }: Shown['attributes'][number], ask: Ask, send: () => void): HTMLElement {
  const set = (value: string | null): void => {
    ask.attributes = { ...ask.attributes, [name]: value };
    send();
  };
  if (type === 'boolean') return check(name, (on) => set(on ? '' : null));
  const words = values.filter(Boolean).map((value) => [value, value] as const);
  if (words.length) return select(name, [['', 'not set'], ...words], '', (value) => set(value || null));
  return text(name, '', (value) => set(value || null));
}

/** The code for each framework, as things are set up. */
function codePanel({ of, attributes, event }: Shown): { element: HTMLElement; update(set: Ask['attributes']): void } {
  let [framework, prefix] = [Object.keys(writers)[0] ?? '', 'acme'];
  let given: Ask['attributes'] = {};
  const words = make('code');
  const write = (): void => {
    const set = attributes.flatMap((one) => {
      const value = given[one.name];
      return value === null || value === undefined ? [] : [{ ...one, value }];
    });
    words.textContent = writers[framework]?.({ name: of, prefix, attributes: set, event }) ?? '';
  };
  const tabs = Object.keys(writers).map((name) =>
    make('button', {
      type: 'button',
      textContent: name,
      ariaPressed: String(name === framework),
      onclick: () => {
        framework = name;
        for (const tab of tabs) tab.ariaPressed = String(tab.textContent === name);
        write();
      },
    }),
  );
  const copy = make('button', {
    type: 'button',
    className: 'copy',
    textContent: 'Copy',
    onclick: () => {
      void navigator.clipboard.writeText(words.textContent ?? '').then(() => {
        copy.textContent = 'Copied';
        setTimeout(() => (copy.textContent = 'Copy'), 1500);
      });
    },
  });
  const prefixField = text('Your prefix', prefix, (value) => {
    prefix = /^[a-z][a-z0-9]{0,29}$/.test(value) ? value : 'acme';
    write();
  });
  const bar = make('div', { className: 'tabs' }, ...tabs, prefixField, copy);
  write();
  return {
    element: make('section', { className: 'code', ariaLabel: 'Code' }, bar, make('pre', { tabIndex: 0 }, words)),
    update(set) {
      given = set;
      write();
    },
  };
}

/** Events as they fire, the newest first. */
function eventLog(): { element: HTMLElement; add(name: string, detail: string): void } {
  const list = make('ol', { ariaLabel: 'Events' });
  const empty = make('p', { textContent: 'Events appear here as they fire.' });
  return {
    element: make('section', { className: 'events' }, empty, list),
    add(name, detail) {
      empty.remove();
      const line = make(
        'li',
        {},
        make('code', { textContent: name }),
        make('span', { textContent: detail === 'null' ? '' : detail }),
      );
      list.prepend(line);
      while (list.children.length > 30) list.lastElementChild?.remove();
    },
  };
}
