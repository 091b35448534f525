import { expect } from '@open-wc/testing';
import type { Calendar } from '../src/kit/calendar.ts';
import { DateField } from '../src/kit/date-field.ts';
import { DateRangeField } from '../src/kit/date-range-field.ts';
import { NumberField } from '../src/kit/number-field.ts';
import { parseDate, textOfDay } from '../src/kit/parse-date.ts';
import { parseNumber } from '../src/kit/parse-number.ts';
import { parseTime } from '../src/kit/parse-time.ts';
import { TimeField } from '../src/kit/time-field.ts';
import { formOf, settled, inner, press, add, type, leave } from './field-stage.ts';
import { rest } from './until.ts';

describe('numbers, days and times', () => {
  it('reads groups where a language has them, and nothing that means another number', () => {
    expect(parseNumber('1,234.56', 'en')).to.equal(1234.56);
    expect(parseNumber('12,34,567.8', 'en-IN')).to.equal(1_234_567.8);
    expect(parseNumber('1 234,5', 'fr')).to.equal(1234.5);
    for (const text of ['1.234,56', '1,23', ',5', '1,2345']) expect(parseNumber(text, 'en'), text).to.equal(null);
  });

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

  it('are taken as they are written, whether or not the list has them', async () => {
    const time = await add(TimeField);
    for (const [key, typed, value] of [
      ['Tab', '23:59', '23:59'],
      ['Enter', '9:30', '09:30'],
      ['Tab', '24:00', '00:00'],
    ] as const) {
      await type(time, typed);
      await press(inner(time), key);
      await settled(time);
      expect(time.value, `${typed} and ${key}`).to.equal(value);
    }
    await type(time, '9');
    await press(inner(time), 'ArrowDown');
    await press(inner(time), 'ArrowDown');
    await press(inner(time), 'Enter');
    await settled(time);
    expect(time.value).to.equal('09:30');
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
    await rest();
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
    (calendar.shadowRoot?.activeElement as HTMLElement | null)?.click();
    await settled(field);
    expect(field.value).to.equal('2025-04-21');
    expect(field.shadowRoot?.activeElement).to.equal(inner(field, 'input'));
    expect(field.matches(':state(open)')).to.equal(false);
  });

  it('starts the week where the reader does, and turns with the direction of writing', async () => {
    const first = async (lang: string): Promise<string> => {
      formOf().lang = lang;
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
    formOf().dir = 'rtl';
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
    await rest();
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
