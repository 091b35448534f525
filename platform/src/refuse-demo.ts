import { verifyPassword } from '#features/identity/user';
import type { App } from '#kernel';
import { demoPassword, story } from './seed/index.ts';

/** The database holds the demo, and nobody said that it may. */
export class DemoError extends Error {
  constructor(email: string) {
    super(
      `Refusing to start: ${email} can sign in with the password of the demo, which everybody knows. ` +
        'Give an empty database (DATABASE_URL, or another TABARD_HOME), or start the demo with npm start.',
    );
    this.name = 'DemoError';
  }
}

/** Ends the start where somebody of the demo can sign in. @throws DemoError */
export async function refuseDemo(app: App): Promise<void> {
  if (app.config.process.demo) return;
  const rows = await app.database.readOrganization<{ email: string; password_hash: string | null }>(
    'select email, password_hash from app_user where email = any($1)',
    [story.map(({ user }) => user.email)],
  );
  for (const { email, password_hash } of rows)
    if (await verifyPassword(password_hash, demoPassword)) throw new DemoError(email);
}
