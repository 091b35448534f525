import type { Language, Uuid } from '@tabard/contract';
import type { App } from '#kernel';

/** A person as others see them, and how they read. */
export interface Person {
  name: string;
  email: string;
  /** The language that they chose; null for that of where they are. */
  locale: Language | 'ar' | null;
  /** The clock that they chose; null for that of where they are. */
  timeZone: string | null;
}

/** Who somebody is, null when they are gone. */
export async function findUser(app: App, id: Uuid): Promise<Person | null> {
  const [row] = await app.database.readOrganization<Person>(
    'select name, email, locale, time_zone as "timeZone" from app_user where id = $1',
    [id],
  );
  return row ?? null;
}
