import { z } from 'zod';

/** A moment that the database can hold: no year 0, and no clock 16 hours or more from UTC. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine(
    (value) => value >= '0001' && !/[+-](?:1[6-9]|2\d):\d\d$/.test(value),
    'Give a moment from the year 1 on, less than 16 hours from UTC.',
  );

/** A moment in UTC that the database can hold: no year 0. */
export const utcMoment = z.iso.datetime().refine((value) => value >= '0001', 'Give a moment from the year 1 on.');

/** A day that the database can hold: its calendar has no year 0. */
export const calendarDay = z.iso.date().refine((value) => value >= '0001', 'Give a day from the year 1 on.');
