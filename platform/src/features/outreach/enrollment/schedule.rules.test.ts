import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '@tabard/contract';
import { addDelay, isWindowOpen, nextOpening } from './schedule.rules.ts';

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const schedules = fc
  .record({
    timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: fc.integer({ min: 0, max: 1438 }),
    length: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ timeZone, days, from, length }): Schedule => ({
    timeZone,
    days,
    from: clock(from),
    until: clock(Math.min(from + length, 1440)),
  }));
/** Around the days of 23 and 25 hours of all the zones above, in whole minutes. */
const moments = fc
  .record({
    week: fc.constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-30'),
    minute: fc.integer({ min: 0, max: 4 * 1440 }),
  })
  .map(({ week, minute }) => new Date(Date.parse(`${week}T00:00:00Z`) + minute * 60_000));

describe('the sending window', () => {
  it('opens at the first open minute, on days of 23 and 25 hours too', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, at) => {
        const opening = nextOpening(schedule, at);
        expect(isWindowOpen(schedule, opening)).toBe(true);
        expect(opening.getTime()).toBeGreaterThanOrEqual(at.getTime());
        const last = Math.min(opening.getTime(), at.getTime() + 2 * 86_400_000);
        for (let time = at.getTime(); time < last; time += 60_000)
          expect(isWindowOpen(schedule, new Date(time))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('skips a window that the change to daylight saving swallows', () => {
    const schedule = { timeZone: 'Europe/Paris', days: [1, 2, 3, 4, 5, 6, 7], from: '02:10', until: '02:50' };
    expect(nextOpening(schedule, new Date('2026-03-29T00:00:00Z')).toISOString()).toBe('2026-03-30T00:10:00.000Z');
  });

  it('ends at midnight with 24:00', () => {
    const schedule = { timeZone: 'UTC', days: [1], from: '22:00', until: '24:00' };
    expect(isWindowOpen(schedule, new Date('2026-11-23T23:59:59Z'))).toBe(true);
    expect(isWindowOpen(schedule, new Date('2026-11-24T00:00:00Z'))).toBe(false);
  });
});

describe('a delay', () => {
  it('of days keeps the time on the wall across a clock change; of hours it is exact', () => {
    const before = new Date('2026-03-28T08:00:00Z');
    expect(addDelay(before, { amount: 1, unit: 'days' }, 'Europe/Paris').toISOString()).toBe(
      '2026-03-29T07:00:00.000Z',
    );
    expect(addDelay(before, { amount: 24, unit: 'hours' }, 'Europe/Paris').toISOString()).toBe(
      '2026-03-29T08:00:00.000Z',
    );
  });
});
