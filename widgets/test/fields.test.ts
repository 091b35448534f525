import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import type { WidgetName } from '@tabard/contract';
import { defineElement } from '../src/core/define-element.ts';
import { Calendar } from '../src/kit/calendar.ts';
import { Checkbox } from '../src/kit/checkbox.ts';
import { Chip } from '../src/kit/chip.ts';
import { CodeField } from '../src/kit/code-field.ts';
import { Combobox } from '../src/kit/combobox.ts';
import { DateField } from '../src/kit/date-field.ts';
import { DateRangeField } from '../src/kit/date-range-field.ts';
import { FormControl } from '../src/kit/form-control.ts';
import { Input } from '../src/kit/input.ts';
import { NumberField } from '../src/kit/number-field.ts';
import { parseDate, textOfDay } from '../src/kit/parse-date.ts';
import { parseNumber } from '../src/kit/parse-number.ts';
import { parseTime } from '../src/kit/parse-time.ts';
import { RadioGroup } from '../src/kit/radio-group.ts';
import { reportForm } from '../src/kit/report-form.ts';
import { fitsRichText } from '../src/kit/rich-text-fits.ts';
import { RichText } from '../src/kit/rich-text.ts';
import type { Menu } from '../src/kit/menu.ts';
import { SearchField } from '../src/kit/search-field.ts';
import { Select } from '../src/kit/select.ts';
import { Switch } from '../src/kit/switch.ts';
import { TagInput } from '../src/kit/tag-input.ts';
import { TextArea } from '../src/kit/text-area.ts';
import { TimeField } from '../src/kit/time-field.ts';
import { ToggleGroup } from '../src/kit/toggle-group.ts';
import { scenes } from './scenes/index.ts';
import { stage } from './stage.ts';

// The library is a script that leaves a global, not a module.
const { axe } = globalThis as unknown as { axe: typeof Axe };
const MINE =
  /^kit-(chip|code-field|combobox|date-field|date-range-field|field|number-field|radio-group|rich-text|switch|tag-input|time-field|toggle-group)$/;
const CLASSES = [
  Input,
  TextArea,
  Select,
  Checkbox,
  Switch,
  RadioGroup,
  Combobox,
  NumberField,
  DateField,
  TimeField,
  ToggleGroup,
  SearchField,
  DateRangeField,
];
const OPTIONS = [
  { value: 'nl', label: 'Netherlands' },
  { value: 'pe', label: 'Perú', group: 'America' },
  { value: 'us', label: 'United States', group: 'America' },
];

let form: HTMLFormElement;
before(() => {
  for (const part of [...CLASSES, TagInput, RichText, CodeField, Chip, Calendar]) defineElement('acme', part);
  document.documentElement.lang = 'en-GB';
  document.title = 'Portal';
});
beforeEach(() => {
  form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  document.body.append(form);
});
afterEach(() => document.querySelectorAll('body > form, body > main').forEach((one) => one.remove()));

const settled = async (element: Element): Promise<void> => {
  for (let round = 0; round < 3; round++) {
    await (element as Element & { updateComplete: Promise<unknown> }).updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
  }
};
async function add<T extends FormControl>(
  element: new () => T,
  values: Partial<T> = {},
  place: HTMLElement = form,
): Promise<T> {
  const { tag } = element as unknown as typeof FormControl;
  const field = Object.assign(document.createElement(`acme-${tag}`) as T, { label: tag, name: 'field' }, values);
  place.append(field);
  await settled(field);
  return field;
}
const inner = (field: Element, selector = '.box, .inner, input'): HTMLInputElement => {
  const found = field.shadowRoot?.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
async function type(field: FormControl, text: string, selector = 'input, textarea'): Promise<void> {
  const input = inner(field, selector);
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(field);
}
async function leave(field: FormControl): Promise<void> {
  inner(field, 'input, textarea').dispatchEvent(new Event('change', { bubbles: true }));
  field.blur();
  (field.shadowRoot?.activeElement as HTMLElement | null)?.blur();
  await settled(field);
}
async function press(target: Element, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const went = target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );
  await new Promise((resolve) => setTimeout(resolve, 10));
  return went;
}
const sent = (): string[][] => [...new FormData(form)].map(([name, value]) => [name, String(value)]);
async function editorOf(field: RichText): Promise<HTMLElement> {
  for (let tries = 0; tries < 200; tries++) {
    const editor = field.shadowRoot?.querySelector<HTMLElement>('.inner');
    if (editor) return editor;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the editor did not come');
}
function* every(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* every(element.shadowRoot);
  }
}

describe('a field in a form', () => {
  const filled: [new () => FormControl, object, string[][]][] = [
    [Input, { value: 'a' }, [['field', 'a']]],
    [TextArea, { value: 'a\nb' }, [['field', 'a\nb']]],
    [CodeField, { value: '<p>' }, [['field', '<p>']]],
    [Select, { options: OPTIONS, placeholder: 'Choose', value: 'pe' }, [['field', 'pe']]],
    [RadioGroup, { options: OPTIONS, value: 'pe' }, [['field', 'pe']]],
    [Combobox, { options: OPTIONS, value: 'pe' }, [['field', 'pe']]],
    [Checkbox, { checked: true }, [['field', 'on']]],
    [Switch, { checked: true, value: 'yes' }, [['field', 'yes']]],
    [NumberField, { value: '1234.5' }, [['field', '1234.5']]],
    [DateField, { value: '2026-11-21' }, [['field', '2026-11-21']]],
    [DateRangeField, { value: '2026-11-01/2026-11-21' }, [['field', '2026-11-01/2026-11-21']]],
    [TimeField, { value: '09:30' }, [['field', '09:30']]],
    [RichText, { value: '<p>Hi</p>' }, [['field', '<p>Hi</p>']]],
    [
      ToggleGroup,
      { options: OPTIONS, value: 'nl,us' },
      [
        ['field', 'nl'],
        ['field', 'us'],
      ],
    ],
    [
      TagInput,
      { value: 'a,b' },
      [
        ['field', 'a'],
        ['field', 'b'],
      ],
    ],
  ];
  for (const [element, values, entries] of filled) {
    it(`${element.name} is sent, reset, restored, kept out by a fieldset and told so in its states`, async () => {
      const fieldset = form.appendChild(document.createElement('fieldset'));
      const field = await add(element, values as Partial<FormControl>, fieldset);
      expect(sent()).to.deep.equal(entries);
      expect(field.matches(':state(filled)')).to.equal(true);
      if (field instanceof Checkbox) field.checked = false;
      else field.value = '';
      await settled(field);
      expect(sent().filter(([, value]) => value !== '')).to.deep.equal([]);
      form.reset();
      await settled(field);
      expect(sent()).to.deep.equal(entries);
      fieldset.disabled = true;
      await settled(field);
      expect(sent()).to.deep.equal([]);
      expect(field.matches(':state(disabled)')).to.equal(true);
      expect(field.disabled).to.equal(false);
      fieldset.disabled = false;
      await settled(field);
      expect(sent()).to.deep.equal(entries);
      field.formStateRestoreCallback('');
      await settled(field);
      expect(sent().filter(([, value]) => value !== '')).to.deep.equal([]);
    });

    it(`${element.name} refuses to be sent empty when required, in words, and only then`, async () => {
      const field = await add(element, { required: true, label: 'Field' } as Partial<FormControl>);
      if (field instanceof Select) Object.assign(field, { options: OPTIONS, placeholder: 'Choose' });
      if (field instanceof RadioGroup) field.options = OPTIONS;
      await settled(field);
      expect(form.checkValidity(), 'empty').to.equal(false);
      expect(field.validationMessage).not.to.equal('');
      await settled(field);
      expect(field.matches(':state(invalid)')).to.equal(true);
      expect(inner(field, '#error').textContent).to.equal(field.validationMessage);
      Object.assign(field, values);
      await settled(field);
      expect(form.checkValidity(), 'filled').to.equal(true);
      await settled(field);
      expect(field.shadowRoot?.querySelector('#error')).to.equal(null);
      field.error = 'Taken by another lead.';
      await settled(field);
      expect(field.validationMessage).to.equal('Taken by another lead.');
      expect(form.checkValidity(), "the host's words").to.equal(false);
    });
  }

  it('says nothing is wrong before it was left or the form was checked', async () => {
    const field = await add(Input, { required: true });
    expect(field.shadowRoot?.querySelector('#error')).to.equal(null);
    await type(field, 'x');
    await type(field, '');
    expect(field.shadowRoot?.querySelector('#error')).to.equal(null);
    await leave(field);
    expect(field.shadowRoot?.querySelector('#error')).not.to.equal(null);
  });

  it('is sent by Enter through the button of the form, once', async () => {
    const field = await add(Input, { value: 'a' });
    const button = form.appendChild(document.createElement('button'));
    const submits: (HTMLElement | null)[] = [];
    form.addEventListener('submit', (event) => submits.push(event.submitter));
    await press(inner(field), 'Enter');
    expect(submits).to.deep.equal([button]);
  });

  it('takes the reader to the first that is wrong', async () => {
    await add(Input, { value: 'fine' });
    const wrong = await add(Input, { type: 'email', value: 'mara' });
    const empty = await add(DateField, { required: true });
    expect(reportForm(form)).to.equal(false);
    await settled(empty);
    expect(document.activeElement).to.equal(wrong);
    expect(empty.matches(':state(invalid)')).to.equal(true);
  });

  it('keeps one group of radios apart from another', async () => {
    const one = await add(RadioGroup, { options: OPTIONS, value: 'nl' });
    const two = await add(RadioGroup, { options: OPTIONS, value: 'pe' });
    inner(two, 'input[value=us]').click();
    await settled(two);
    expect([one.value, two.value]).to.deep.equal(['nl', 'us']);
  });
});

describe('combobox', () => {
  const active = (field: Combobox): string =>
    field.shadowRoot?.getElementById(inner(field).getAttribute('aria-activedescendant') ?? '')?.querySelector('.cut')
      ?.textContent ?? '';

  it('opens, moves, takes and closes by the keyboard; focus stays in the text', async () => {
    const field = await add(Combobox, { options: OPTIONS });
    const input = inner(field);
    input.focus();
    await press(input, 'ArrowDown');
    await settled(field);
    expect([input.getAttribute('aria-expanded'), active(field)]).to.deep.equal(['true', 'Netherlands']);
    await press(input, 'ArrowDown');
    expect(active(field)).to.equal('Perú');
    await press(input, 'ArrowUp');
    await press(input, 'ArrowUp');
    expect(active(field)).to.equal('United States');
    const changes: string[] = [];
    field.addEventListener('change', () => changes.push(field.value));
    await press(input, 'Enter');
    await settled(field);
    expect([field.value, input.value, input.getAttribute('aria-expanded')]).to.deep.equal([
      'us',
      'United States',
      'false',
    ]);
    expect(changes).to.deep.equal(['us']);
    expect(field.shadowRoot?.activeElement).to.equal(input);
  });

  it('finds without accents, keeps groups, and goes back to what was when nothing is chosen', async () => {
    const field = await add(Combobox, { options: OPTIONS, value: 'nl' });
    await type(field, 'peru');
    expect(
      [...(field.shadowRoot?.querySelectorAll('[role=option] .cut') ?? [])].map((one) => one.textContent),
    ).to.deep.equal(['Perú']);
    expect(inner(field, '[role=group]').getAttribute('aria-labelledby')).to.equal('group-0');
    await type(field, 'atlantis');
    await leave(field);
    expect([field.value, inner(field).value]).to.deep.equal(['nl', 'Netherlands']);
  });

  it('takes what is written when it is free, and one of the list by its words', async () => {
    const field = await add(Combobox, { options: OPTIONS, free: true });
    await type(field, 'Atlantis');
    await leave(field);
    expect(field.value).to.equal('Atlantis');
    await type(field, 'netherlands');
    await leave(field);
    expect(field.value).to.equal('nl');
  });

  it('keeps Escape from what is around it while the list is open, and only then', async () => {
    const field = await add(Combobox, { options: OPTIONS });
    let heard = 0;
    form.addEventListener('keydown', () => heard++);
    await press(inner(field), 'ArrowDown');
    await settled(field);
    heard = 0;
    expect(await press(inner(field), 'Escape')).to.equal(false);
    await settled(field);
    expect([heard, inner(field).getAttribute('aria-expanded')]).to.deep.equal([0, 'false']);
    await press(inner(field), 'Escape');
    expect(heard).to.equal(1);
  });

  it('asks once typing pauses, aborts the call before, shows the last answer and what failed', async () => {
    const asked: [string, AbortSignal][] = [];
    const field = await add(Combobox, {
      load: async (typed, signal) => {
        asked.push([typed, signal]);
        await new Promise((resolve) => setTimeout(resolve, typed === 'a' ? 600 : 20));
        if (typed === 'x') throw new Error('The list cannot be reached.');
        return [{ value: typed, label: `Answer ${typed}` }];
      },
    });
    const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    await type(field, 'a');
    await wait(260);
    await type(field, 'ab');
    await type(field, 'abc');
    await wait(900);
    expect(asked.map(([typed]) => typed).filter((typed) => typed !== '')).to.deep.equal(['a', 'abc']);
    expect(asked.find(([typed]) => typed === 'a')?.[1].aborted).to.equal(true);
    expect(inner(field, '[role=option] .cut').textContent).to.equal('Answer abc');
    await press(inner(field), 'Enter');
    await settled(field);
    expect([field.value, inner(field).value]).to.deep.equal(['abc', 'Answer abc']);
    await type(field, 'x');
    await wait(400);
    expect(inner(field, '.note.wrong').textContent).to.equal('The list cannot be reached.');
  });
});

describe('numbers, days and times', () => {
  it('are read as people of a language write them, and back', () => {
    for (const locale of [
      'en-US',
      'en-GB',
      'de',
      'fr',
      'es',
      'pt-BR',
      'ru',
      'ar',
      'ar-EG',
      'he',
      'fa',
      'ja',
      'ko',
      'hi',
    ]) {
      expect(parseNumber(new Intl.NumberFormat(locale).format(-12_345.6), locale), locale).to.equal(-12_345.6);
      for (const day of ['2026-01-31', '2026-05-09', '2027-12-25'])
        expect(parseDate(textOfDay(day, locale), locale, '2026-11-21'), locale).to.equal(day);
      for (const [time, hour] of [
        ['00:05', 0],
        ['12:05', 12],
        ['21:05', 21],
      ] as const) {
        const text = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(
          Date.UTC(2024, 0, 1, hour, 5),
        );
        expect(parseTime(text, locale), `${locale} ${text}`).to.equal(time);
      }
    }
    const read = (text: string, locale: string): string | null => parseDate(text, locale, '2026-03-01');
    expect(['21/11/26', '21112026', '21.11.', '21 nov', 'tomorrow'].map((text) => read(text, 'en-GB'))).to.deep.equal([
      '2026-11-21',
      '2026-11-21',
      '2026-11-21',
      '2026-11-21',
      '2026-03-02',
    ]);
    expect([read('11/21', 'en-US'), read('2026-11-21', 'en-US')]).to.deep.equal(['2026-11-21', '2026-11-21']);
    expect([read('31/02/2026', 'en-GB'), read('soon', 'en-GB'), read('', 'en-GB')]).to.deep.equal([null, null, '']);
    expect(
      ['9', '930', '9.30 pm', '21h30', '12 am', '25', 'noonish'].map((text) => parseTime(text, 'en')),
    ).to.deep.equal(['09:00', '09:30', '21:30', '21:30', '00:00', null, null]);
  });

  it('keep what could not be read, and say how to write it', async () => {
    const day = await add(DateField);
    await type(day, '31/02/2026');
    await leave(day);
    expect([day.value, inner(day).value, day.validity.badInput]).to.deep.equal(['', '31/02/2026', true]);
    expect(inner(day, '#error').textContent).to.contain('Write a day such as');
    await type(day, '28/2/2026');
    await leave(day);
    expect([day.value, inner(day).value, day.validity.valid]).to.deep.equal(['2026-02-28', '28 Feb 2026', true]);
    const time = await add(TimeField);
    await type(time, 'noonish');
    await leave(time);
    expect([time.value, inner(time).value, time.validity.badInput]).to.deep.equal(['', 'noonish', true]);
    await type(time, '5pm');
    await leave(time);
    expect([time.value, inner(time).value, time.validity.valid]).to.deep.equal(['17:00', '17:00', true]);
    const number = await add(NumberField);
    await type(number, 'many');
    expect([number.value, number.validity.badInput]).to.deep.equal(['', true]);
  });

  it('step by the keyboard within their bounds', async () => {
    const number = await add(NumberField, { value: '0.2', step: 0.1, min: 0, max: 0.5 });
    for (const key of ['ArrowUp', 'PageUp']) await press(inner(number), key);
    expect(number.value).to.equal('0.5');
    await press(inner(number), 'Home');
    expect(number.value).to.equal('0');
    const day = await add(DateField, { value: '2026-02-28', max: '2026-03-20' });
    await press(inner(day), 'ArrowUp');
    await settled(day);
    expect(day.value).to.equal('2026-03-01');
    await press(inner(day), 'PageUp');
    await settled(day);
    expect(day.value).to.equal('2026-03-01');
  });

  it('say that a bound is passed', async () => {
    const day = await add(DateField, { value: '2026-03-18', min: '2026-11-03' });
    const time = await add(TimeField, { value: '17:00', max: '16:00' });
    const number = await add(NumberField, { value: '7', max: 5 });
    expect([day.validity.rangeUnderflow, time.validity.rangeOverflow, number.validity.rangeOverflow]).to.deep.equal([
      true,
      true,
      true,
    ]);
  });

  it('call midnight the end of the day where a day ends', async () => {
    const time = await add(TimeField, { dayEnd: true });
    await type(time, '0:00');
    await leave(time);
    expect(time.value).to.equal('24:00');
  });
});

describe('calendar', () => {
  async function open(values: Partial<DateField>): Promise<[DateField, Calendar]> {
    const field = await add(DateField, values);
    inner(field, '.end').click();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const calendar = field.shadowRoot?.querySelector<Calendar>('acme-calendar');
    if (!calendar) throw new Error('no calendar');
    await settled(calendar);
    return [field, calendar];
  }
  const named = (day: string): string =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(day));
  const focused = (calendar: Calendar): string => calendar.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '';

  it('moves by day, week, month and year, takes a day and gives the focus back', async () => {
    const [field, calendar] = await open({ value: '2026-03-18' });
    expect(focused(calendar)).to.equal(named('2026-03-18'));
    const grid = inner(calendar, '[role=grid]');
    const moves: [string, KeyboardEventInit, string][] = [
      ['ArrowRight', {}, '2026-03-19'],
      ['ArrowDown', {}, '2026-03-26'],
      ['Home', {}, '2026-03-23'],
      ['End', {}, '2026-03-29'],
      ['PageDown', {}, '2026-04-29'],
      ['PageUp', { shiftKey: true }, '2025-04-29'],
      ['ArrowUp', {}, '2025-04-22'],
      ['ArrowLeft', {}, '2025-04-21'],
    ];
    for (const [key, more, day] of moves) {
      await press(grid, key, more);
      await settled(calendar);
      expect(calendar.at, key).to.equal(day);
    }
    expect(focused(calendar)).to.equal(named('2025-04-21'));
    (calendar.shadowRoot?.activeElement as HTMLElement).click();
    await settled(field);
    expect(field.value).to.equal('2025-04-21');
    expect(field.shadowRoot?.activeElement).to.equal(inner(field, 'input'));
    expect(field.matches(':state(open)')).to.equal(false);
  });

  it('starts the week where the reader does, and turns with the direction of writing', async () => {
    const first = async (lang: string): Promise<string> => {
      form.lang = lang;
      const [field, calendar] = await open({ value: '2026-03-18' });
      const name = calendar.shadowRoot?.querySelector('th')?.getAttribute('abbr') ?? '';
      field.remove();
      return name;
    };
    expect([await first('en-GB'), await first('en-US'), await first('ar-EG')]).to.deep.equal([
      'Monday',
      'Sunday',
      'السبت',
    ]);
    form.dir = 'rtl';
    const [, calendar] = await open({ value: '2026-03-18' });
    await press(inner(calendar, '[role=grid]'), 'ArrowLeft');
    expect(calendar.at).to.equal('2026-03-19');
  });

  it('does not leave its bounds', async () => {
    const [, calendar] = await open({ value: '2026-03-18', min: '2026-03-10', max: '2026-03-20' });
    const grid = inner(calendar, '[role=grid]');
    await press(grid, 'PageDown');
    expect(calendar.at).to.equal('2026-03-20');
    await press(grid, 'PageUp');
    expect(calendar.at).to.equal('2026-03-10');
    expect(calendar.shadowRoot?.querySelectorAll('td button:not(:disabled)').length).to.equal(11);
  });
});

describe('a range of days', () => {
  it('is typed, taken in two steps whichever comes first, and refused the wrong way round', async () => {
    const field = await add(DateRangeField);
    for (const [selector, text] of [
      ['#control', '4/3/2026'],
      ['#until', '2 mar 2026'],
    ] as const) {
      await type(field, text, selector);
      inner(field, selector).blur();
      await settled(field);
    }
    expect([field.value, field.validity.valid]).to.deep.equal(['2026-03-04/2026-03-02', false]);
    inner(field, '.end').click();
    await new Promise((resolve) => setTimeout(resolve, 60));
    const day = (label: string): HTMLElement => inner(inner(field, '.calendar'), `[aria-label*="${label}"]`);
    day('18 March').click();
    await settled(field);
    expect(field.value).to.equal('2026-03-04/2026-03-02');
    day('9 March').click();
    await settled(field);
    expect([field.value, field.validity.valid, field.matches(':state(open)')]).to.deep.equal([
      '2026-03-09/2026-03-18',
      true,
      false,
    ]);
  });
});

describe('tags', () => {
  it('are added by Enter and comma, each once, and many by pasting', async () => {
    const field = await add(TagInput);
    await type(field, 'freight');
    await press(inner(field, 'input'), 'Enter');
    await type(field, 'Freight,');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'harbours; Rotterdam\nsecond touch');
    inner(field, 'input').dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    await settled(field);
    expect(field.tags).to.deep.equal(['freight', 'harbours', 'Rotterdam', 'second touch']);
  });

  it('are reached and taken away by the keyboard, and what happened is said', async () => {
    const field = await add(TagInput, { value: 'a,b,c' });
    const input = inner(field, 'input');
    input.focus();
    await press(input, 'Backspace');
    const at = (): string => (field.shadowRoot?.activeElement as Chip | null)?.label ?? '';
    expect(at()).to.equal('c');
    await press(inner(field, 'li:last-child acme-chip'), 'ArrowLeft');
    expect(at()).to.equal('b');
    await press(inner(inner(field, 'li:nth-child(2) acme-chip'), 'button'), 'Delete');
    await settled(field);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([field.value, at()]).to.deep.equal(['a,c', 'c']);
    expect(inner(field, '[role=status]').textContent).to.equal('Removed b');
  });

  it('keep a comma that came with them', async () => {
    const field = await add(TagInput);
    field.tags = ['Brandt, Lena'];
    await settled(field);
    expect([field.tags, sent()]).to.deep.equal([['Brandt, Lena'], [['field', 'Brandt, Lena']]]);
  });

  it('stay when they are wrong, and keep the field from being sent', async () => {
    const field = await add(TagInput, { validate: (tag) => (tag.includes('@') ? '' : 'This is not an address.') });
    await type(field, 'a@b.example, tomas,');
    expect(field.tags).to.deep.equal(['a@b.example', 'tomas']);
    expect([form.checkValidity(), field.validationMessage]).to.deep.equal([false, 'tomas: This is not an address.']);
  });
});

describe('rich text', () => {
  const paste = async (editor: HTMLElement, html: string): Promise<void> => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    editor.focus();
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve, 60));
  };

  it('cleans what is pasted down to what a mail needs', async () => {
    const field = await add(RichText);
    await paste(
      await editorOf(field),
      `<style>p{}</style><h1 onclick="x()">Offer</h1><b style="font-weight:normal"><p class="MsoNormal">Hi <i>you</i><script>x()</script></p></b>
       <ul><li>one<li>two</ul><img src=x onerror="x()"><p><a href="javascript:x()">bad</a> <a href="https://example.com" onclick="x()">good</a></p>`,
    );
    expect(field.value.replace(/\s*\n\s*/g, '')).to.equal(
      '<p>Offer</p><p>Hi <em>you</em></p><ul><li>one</li><li>two</li></ul><p>bad <a href="https://example.com">good</a></p>',
    );
    expect(field.text).to.contain('Offer').and.not.to.contain('<');
  });

  it('gives back unchanged what fits, merge fields and all', async () => {
    const body =
      '<p>Hi {{ first_name | default: "there" }},<br>three &lt; four</p><p><br></p><ol><li><strong>a</strong></li></ol><p><a href="{{ website }}">b</a></p>';
    const field = await add(RichText, { value: body });
    const editor = await editorOf(field);
    field.focus();
    field.insert('{{ company }}');
    await settled(field);
    expect(field.value.replace('{{ company }}', '')).to.equal(body);
    expect(editor.querySelectorAll('.merge').length).to.equal(2);
  });

  it('knows what it cannot hold', () => {
    for (const fits of ['', 'a', '<p>a<br/>b</p>', '<p><a href="https://a.example/?b=1">c</a></p>'])
      expect(fitsRichText(fits), fits).to.equal(true);
    for (const other of [
      '<table></table>',
      '<p class="x">a</p>',
      '{% if a %}<p>b</p>{% endif %}',
      '<!-- a -->',
      '<a href="x" target="_blank">',
    ])
      expect(fitsRichText(other), other).to.equal(false);
  });

  it('is empty when nothing is written, and takes over what the host sets', async () => {
    const field = await add(RichText, { value: '<p> </p>' });
    await editorOf(field);
    field.insert('a');
    await settled(field);
    field.value = '<p>Other</p>';
    await settled(field);
    expect(inner(field, '.inner').textContent).to.equal('Other');
    field.value = '';
    await settled(field);
    expect([field.value, inner(field, '.inner').hasAttribute('data-empty')]).to.deep.equal(['', true]);
  });

  it('makes links of addresses only', async () => {
    const field = await add(RichText, { value: '<p></p>' });
    await editorOf(field);
    const to = async (address: string): Promise<void> => {
      inner(field, '.to-link').click();
      await new Promise((resolve) => setTimeout(resolve, 60));
      await type(field.shadowRoot?.querySelector('.address') as Input, address);
      inner(field, '.link form').dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve, 60));
    };
    await to('javascript:alert(1)');
    expect(field.value).to.equal('<p></p>');
    inner(field, '.link').hidePopover();
    await new Promise((resolve) => setTimeout(resolve, 60));
    await to('example.com');
    expect(field.value).to.equal('<p><a href="https://example.com">https://example.com</a></p>');
  });
});

describe('code', () => {
  it('numbers its lines, keeps indentation and moves lines in and out, and can undo it', async () => {
    const field = await add(CodeField, { value: 'a\n  b', rows: 2 });
    const area = inner(field, 'textarea');
    area.focus();
    area.setSelectionRange(5, 5);
    await press(area, 'Enter');
    expect(field.value).to.equal('a\n  b\n  ');
    area.setSelectionRange(0, field.value.length);
    await press(area, ']', { ctrlKey: true });
    expect(field.value).to.equal('  a\n    b\n    ');
    await press(area, '[', { ctrlKey: true });
    await settled(field);
    expect(field.value).to.equal('a\n  b\n  ');
    expect(inner(field, 'pre').textContent).to.equal('1\n2\n3');
    document.execCommand('undo');
    expect(field.value).to.equal('  a\n    b\n    ');
  });
});

describe('search', () => {
  it('speaks once typing pauses, at once by Enter, and Escape empties it before it leaves', async () => {
    const field = await add(SearchField);
    const heard: string[] = [];
    let escaped = 0;
    field.addEventListener('search', (event) => heard.push((event as CustomEvent<string>).detail));
    form.addEventListener('keydown', (event) => (escaped += event.key === 'Escape' ? 1 : 0));
    await type(field, 'le');
    await type(field, 'lena');
    await new Promise((resolve) => setTimeout(resolve, 320));
    await type(field, 'lena b');
    await press(inner(field), 'Enter');
    await press(inner(field), 'Escape');
    await settled(field);
    expect([heard, field.value, escaped]).to.deep.equal([['lena', 'lena b', ''], '', 0]);
    await press(inner(field), 'Escape');
    expect(escaped).to.equal(1);
  });
});

describe('in the product', () => {
  const deep = async <T extends HTMLElement>(root: ParentNode, selector: string): Promise<T> => {
    for (let tries = 0; tries < 200; tries++) {
      for (const element of every(root)) if (element.matches(selector)) return element as T;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`nothing matches ${selector}`);
  };
  const staged = (widget: WidgetName, attributes?: Record<string, string>): ReturnType<typeof stage> => {
    if (!document.querySelector('main')) document.body.append(document.createElement('main'));
    return stage({ widget, attributes });
  };

  it('a step starts from a template and gets its own words back', async () => {
    const { element, instance } = staged('campaign-editor', { 'campaign-id': 'cmp_4' });
    await customElements.whenDefined('acme-campaign-editor');
    const root = element.shadowRoot as ShadowRoot;
    const field = await deep<RichText>(root, 'acme-rich-text');
    await deep(root, 'acme-rich-text .inner, .inner');
    const before = field.value;
    const menu = await deep<Menu>(root, '.tools acme-menu.push');
    menu.dispatchEvent(new CustomEvent('choose', { detail: 'tpl_0' }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(field.value).to.contain('Worth fifteen minutes?').and.not.to.equal(before);
    (await deep(root, '.undo acme-button')).click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(field.value).to.equal(before);
    element.remove();
    instance.destroy();
  });

  it('a lead keeps its tags, and is not sent while its address is none', async () => {
    const { element, instance, sample } = staged('lead-table');
    await customElements.whenDefined('acme-lead-table');
    const root = element.shadowRoot as ShadowRoot;
    (await deep(root, '.body .line')).click();
    const drawer = await deep(root, 'acme-lead-form:defined');
    const tags = await deep<TagInput>(drawer.shadowRoot as ShadowRoot, 'acme-tag-input');
    const email = await deep<Input>(drawer.shadowRoot as ShadowRoot, 'acme-input[type=email]');
    const save = await deep(drawer.shadowRoot as ShadowRoot, 'acme-button[slot=footer]');
    await type(tags, 'harbours,');
    await type(email, 'nobody');
    save.click();
    await settled(email);
    expect(sample.calls.some(({ name }) => name === 'leads.update')).to.equal(false);
    expect(email.matches(':state(invalid)')).to.equal(true);
    await type(email, 'lena@brandt.example');
    save.click();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((sample.calls.find(({ name }) => name === 'leads.update')?.input as { tags: string[] }).tags).to.include(
      'harbours',
    );
    element.remove();
    instance.destroy();
  });

  it('a strict host sees not one report while a mail is written, pasted into and linked', async () => {
    const frame = document.createElement('iframe');
    Object.assign(frame, { src: '/widgets/test/strict-page.html', width: '1200', height: '900' });
    const ready = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    document.body.append(frame);
    await ready;
    const page = frame.contentWindow as Window & { reports: string[]; stage: typeof stage } & typeof globalThis;
    const { element } = page.stage({ widget: 'campaign-editor', prefix: 'acme' });
    const editor = await deep<HTMLElement>(element.shadowRoot ?? page.document, '.inner[contenteditable]');
    const clipboardData = new page.DataTransfer();
    clipboardData.setData(
      'text/html',
      '<p style="color:red" onclick="x()">Hi <b>you</b></p><img src=x onerror="x()"><script>x()</script>',
    );
    editor.focus();
    editor.dispatchEvent(new page.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    (await deep(element.shadowRoot ?? page.document, '.to-link')).click();
    (await deep<HTMLElement>(element.shadowRoot ?? page.document, 'acme-time-field')).shadowRoot
      ?.querySelector('input')
      ?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(editor.innerHTML).to.contain('<strong>you</strong>');
    expect(page.reports).to.deep.equal([]);
    frame.remove();
  });
});

describe('every scene of a field', () => {
  for (const scene of scenes.filter(({ of }) => MINE.test(of))) {
    it(`${scene.of}, ${scene.state}: axe finds nothing and Tab is never kept`, async () => {
      const main = document.body.appendChild(document.createElement('main'));
      await scene.show(main, { theme: 'light', brandColor: '#2b5fd9', locale: 'en' });
      const { violations } = await axe.run(main, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      const report = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map((node) => `${node.html.slice(0, 200)} ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join(' | ')}`,
      );
      expect(report, report.join('\n')).to.deep.equal([]);
      const reachable = [...every(main)].filter(
        (element): element is HTMLElement =>
          element instanceof HTMLElement && (element.tabIndex >= 0 || element.isContentEditable),
      );
      for (const element of reachable) {
        element.focus();
        for (const shiftKey of [false, true])
          expect(await press(element, 'Tab', { shiftKey }), element.outerHTML.slice(0, 80)).to.equal(true);
      }
    });
  }
});
