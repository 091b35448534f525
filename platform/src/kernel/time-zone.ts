import type { App } from './app.ts';
import { fail } from './fail.ts';

const known = new WeakMap<App, Promise<ReadonlySet<string>>>();

/**
 * Lets a time zone pass that the database knows too. The input's schema has asked this program; what only one of the two knows, or means
 * something else to each, must not be stored.
 * @throws Failure `request.invalid` that names the field.
 */
export async function requireTimeZone(app: App, zone: string | null | undefined, path: string): Promise<void> {
  if (zone === null || zone === undefined || (await databaseZones(app)).has(zone)) return;
  fail('request.invalid', {
    details: [
      {
        path,
        reason: 'not_listed',
        message: 'The database does not know this time zone. Give an IANA time zone such as Europe/Paris.',
      },
    ],
  });
}

/** The time zones that the database knows. Asked once in the life of a process: a newer tz database comes with a restart. */
export function databaseZones(app: App): Promise<ReadonlySet<string>> {
  let zones = known.get(app);
  if (!zones) {
    zones = app.database
      .maintain<{ name: string }>('select name from pg_timezone_names')
      .then((rows) => new Set(rows.map(({ name }) => name)));
    known.set(app, zones);
    zones.catch(() => known.delete(app));
  }
  return zones;
}
