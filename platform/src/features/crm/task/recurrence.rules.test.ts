import { describe, expect, it } from 'vitest';
import { overdueFrom, remindFrom } from './due.rules.ts';
import { isRule, nextDue, settleRule } from './recurrence.rules.ts';

describe('what comes again', () => {
  it('keeps its time of day on both sides of a change of the clocks', () => {
    // Berlin's clocks go forward on 29 March 2026, and back on 25 October.
    for (const [due, next] of [
      ['2026-03-28T09:00', '2026-03-29T09:00'],
      ['2026-10-24T09:00', '2026-10-25T09:00'],
    ] as const)
      expect(nextDue('FREQ=DAILY', due, '2026-01-01')).toBe(next);
    const hours = (due: string) => overdueFrom(due, 'Europe/Berlin').toISOString().slice(11, 16);
    expect([hours('2026-03-28T09:00'), hours('2026-03-29T09:00')]).toEqual(['08:00', '07:00']);
  });

  it('is due on a day that is not past, in its own rhythm', () => {
    expect(nextDue('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-01-05', '2026-03-01')).toBe('2026-03-02');
    expect(nextDue('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-01-05', '2026-03-03')).toBe('2026-03-16');
    expect(nextDue('FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30', '2026-01-30')).toBe('2026-02-27');
    expect(nextDue('FREQ=MONTHLY', '2026-01-31', '2026-01-31')).toBe('2026-03-31');
    // Done early, the next is the next of its rule.
    expect(nextDue('FREQ=DAILY', '2026-05-10', '2026-05-01')).toBe('2026-05-11');
  });

  it('ends where its rule ends', () => {
    expect(nextDue('FREQ=DAILY;UNTIL=20260102', '2026-01-01', '2026-01-01')).toBe('2026-01-02');
    expect(nextDue('FREQ=DAILY;UNTIL=20260102', '2026-01-02', '2026-01-02')).toBeNull();
  });

  it('is written as a rule that can be followed', () => {
    expect(settleRule(' RRULE:freq=daily; '.trim())).toBe('FREQ=DAILY');
    for (const rule of [
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=MO,FR',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=YEARLY;INTERVAL=2',
    ])
      expect(isRule(rule), rule).toBe(true);
    for (const rule of [
      '',
      'daily',
      'FREQ=HOURLY',
      'FREQ=DAILY;COUNT=3',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=DAILY;INTERVAL=0',
      'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31',
      'FREQ=DAILY\nX:1',
    ])
      expect(isRule(rule), rule).toBe(false);
  });
});

describe('a due time', () => {
  it('is over at its time, or at the end of its day, by the clock of the workspace', () => {
    expect(overdueFrom('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
    expect(overdueFrom('2026-03-29T02:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(remindFrom('2026-03-29', 60, 'Europe/Berlin').toISOString()).toBe('2026-03-29T06:00:00.000Z');
    expect(remindFrom('2026-07-01T10:00', 30, 'America/New_York').toISOString()).toBe('2026-07-01T13:30:00.000Z');
  });
});
