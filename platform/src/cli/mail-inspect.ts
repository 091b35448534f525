import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inspectMail } from '@tabard/email';
import { CommandError } from './command.ts';

/** Says what raw mails are. One line for each file, whatever is in it. */
export async function runMailInspect(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json');
  if (unknown) throw new CommandError(`There is no option "${unknown}": --json is the only one.`);
  const paths = args.filter((arg) => arg !== '--json');
  if (paths.length === 0) throw new CommandError('Name at least one file or folder of raw mails.');
  let failed = false;
  for (const path of paths) {
    for await (const file of walk(path)) {
      const raw = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
      const result = await inspectMail(file, raw instanceof Error ? new Uint8Array() : raw);
      if (raw instanceof Error) {
        failed = true;
        result.error = `The file cannot be read (${raw.code ?? raw.message}).`;
      }
      console.log(json ? JSON.stringify(result) : describe(result));
    }
  }
  return failed ? 1 : 0;
}

/** The files under a path, in the order of their names; a path that is not there is its own only "file". */
async function* walk(path: string): AsyncGenerator<string> {
  const info = await stat(path).catch(() => null);
  if (!info?.isDirectory()) return yield path;
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* walk(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}

function describe(mail: Awaited<ReturnType<typeof inspectMail>>): string {
  const recipients = mail.recipients.map((one) => `${one.address} ${one.kind} ${one.status ?? ''}`.trim());
  return [mail.file, mail.class, mail.from?.address ?? '-', mail.subject ?? '-', ...recipients, mail.error ?? '']
    .filter(Boolean)
    .join('  ');
}
