import { afterEach, describe, expect, it } from 'vitest';
import type { ArrivedMail, MailboxReaderOptions } from '#ports';
import {
  startScriptedImap,
  writeForEver,
  type Script,
  type ScriptedImap,
} from '../../../test/fixture/scripted-imap.ts';
import { createImapReader } from './index.ts';

const reader = createImapReader({ allowPrivateHosts: true, connectTimeoutMs: 2_000 });
let imap: ScriptedImap | undefined;
afterEach(async () => {
  await imap?.stop();
  imap = undefined;
});

async function read(script: Script, extra: Partial<MailboxReaderOptions> = {}) {
  imap = await startScriptedImap(script);
  const abort = new AbortController();
  const mails: ArrivedMail[] = [];
  const positions: unknown[] = [];
  const done = reader.read(
    {
      server: imap.server,
      resume: { uidValidity: '77', uid: 0 },
      since: new Date(0),
      pollSeconds: 0.2,
      onMail: async (mail) => void mails.push(mail),
      onPosition: async (position) => void positions.push(position),
      ...extra,
    },
    abort.signal,
  );
  done.catch(() => undefined);
  return { done, mails, positions, abort };
}
const one: Script = {
  EXAMINE: ['* 1 EXISTS', '* OK [UIDVALIDITY 77]', '* OK [UIDNEXT 6]'],
  'UID SEARCH': '* SEARCH 5',
};
const metadata = '* 1 FETCH (UID 5 INTERNALDATE "02-Mar-2026 09:00:00 +0000" RFC822.SIZE 40)';

describe('an IMAP server is left when it', () => {
  it.each<[string, Script, RegExp]>([
    [
      'announces mail without end',
      { ...one, NOOP: (connection) => writeForEver(connection, '* 2 EXISTS\r\n* 3 EXISTS\r\n') },
      /connection was ended/,
    ],
    [
      'adds lines nobody asked for without end',
      { ...one, 'UID SEARCH': (connection) => writeForEver(connection, '* OK [ALERT] Good morning.\r\n') },
      /connection was ended/,
    ],
    [
      'never ends a line',
      { EXAMINE: (connection) => writeForEver(connection, 'x'.repeat(1_000)) },
      /connection was ended|Line length/,
    ],
    [
      'announces a literal larger than any mail',
      { ...one, 'UID FETCH': (connection) => connection.write('* 1 FETCH (UID 5 BODY[] {900000000}\r\n') },
      /[Ll]iteral/,
    ],
    [
      'sends parts of an answer without end',
      { ...one, 'UID FETCH': (connection) => writeForEver(connection, '* 1 FETCH (UID 5 BODY[] {10}\r\n0123456789 ') },
      /connection was ended|Response size/,
    ],
  ])(
    '%s',
    async (_name, script, reason) => {
      const { done } = await read(script);
      await expect(done).rejects.toMatchObject({ code: 'unreachable', message: expect.stringMatching(reason) });
      await expect.poll(() => imap!.open()).toBe(0);
    },
    30_000,
  );

  it('floods a check of it, too', async () => {
    imap = await startScriptedImap({ CAPABILITY: (connection) => writeForEver(connection, '* 2 EXISTS\r\n') });
    expect(await reader.check(imap.server)).toMatchObject({ ok: false, code: 'unreachable' });
  });
});

describe('an IMAP server', () => {
  it('that does not tell the number of the next mail is read all the same', async () => {
    const { mails, positions, abort, done } = await read(
      {
        EXAMINE: ['* 1 EXISTS', '* OK [UIDVALIDITY 77]'],
        'UID SEARCH SINCE': '* SEARCH',
        'UID SEARCH ALL': '* SEARCH 3 4',
        'UID SEARCH UID 5:*': '* SEARCH 5',
        'UID FETCH': metadata,
      },
      { resume: null, since: new Date() },
    );
    await expect.poll(() => mails.map(({ uid }) => uid)).toEqual([5]);
    expect(positions).toEqual([{ uidValidity: '77', uid: 4 }]);
    abort.abort();
    await done;
  });

  it('is asked for the beginning of a mail that is too large', async () => {
    const { mails, abort, done } = await read({
      ...one,
      'UID FETCH': (connection, tag, command) =>
        connection.write(
          command.includes('BODY')
            ? `* 1 FETCH (UID 5 BODY[]<0> {18}\r\nSubject: huge\r\n\r\nHi)\r\n${tag} OK done\r\n`
            : `${metadata.replace('SIZE 40', 'SIZE 900000000')}\r\n${tag} OK done\r\n`,
        ),
    });
    await expect.poll(() => mails.length).toBe(1);
    const source = await mails[0]!.fetch();
    expect([Buffer.from(source!.raw).toString(), source!.cut]).toEqual(['Subject: huge\r\n\r\nH', true]);
    expect(imap!.commands.find((command) => command.includes('BODY'))).toMatch(/BODY\.PEEK\[\]<0\.2097152>/);
    abort.abort();
    await done;
  });
});
