import { sealedColumns } from '#features';
import { resealTable, type App } from '#kernel';
import { withLocalApp } from './local-app.ts';

/** The command: seals what is stored anew with today's encryption key. */
export const runSecretsRotate = (): Promise<number> =>
  withLocalApp((app) => rotateSecrets(app, (line) => console.log(line)));

/** Seals every text that is stored anew with today's encryption key, beside a running platform. Gives 1 when one cannot be opened. */
export async function rotateSecrets(app: App, say: (line: string) => void): Promise<number> {
  let [resealed, unreadable] = [0, 0];
  for (const sealed of sealedColumns) {
    const done = await resealTable(app, sealed);
    resealed += done.resealed;
    unreadable += done.unreadable;
    const lost = done.unreadable > 0 ? `, ${done.unreadable} that no known key opens` : '';
    say(`${sealed.table}: ${done.resealed} sealed anew${lost}`);
  }
  say(
    unreadable > 0
      ? 'Name the keys that those were sealed with in PREVIOUS_ENCRYPTION_KEYS and run it again, or have their passwords given anew.'
      : 'Nothing needs an earlier key. Once no process seals with one any more, run it again and take it out of PREVIOUS_ENCRYPTION_KEYS.',
  );
  say(`${resealed} sealed anew, ${unreadable} unreadable`);
  return unreadable === 0 ? 0 : 1;
}
