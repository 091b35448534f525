import { connect } from 'node:net';
import { compileMessage, dotStuff } from '@tabard/email';
import pg from 'pg';
import { body, measureSending, subject, trackedLinks } from '../fixture/send-report.ts';

/**
 * What these machines can do at most: one process, one table, no tenants, no caps, no retries. Claims 500 rows, renders the same
 * mails (compiled once; links, pixel and footer in place), pipelines them over 20 kept connections, and writes what was sent with its event in one statement for up to 1,000.
 */
const [url = '', port = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 4 });
const fields = ['first_name', 'company', 'city'];
const message = compileMessage({ subject, html: body, fields });
const date = new Date();

interface Mail {
  id: string;
  email: string;
  first_name: string;
  company: string;
  city: string;
}
const claim = async () =>
  (
    await pool.query<Mail>({
      name: 'claim',
      text: `with due as (select id from limit_mail where state = 'due' limit 500 for update skip locked)
             update limit_mail m set state = 'sending' from due where m.id = due.id returning m.id, m.email, m.first_name, m.company, m.city`,
    })
  ).rows;
const record = (ids: string[]) =>
  pool.query({
    name: 'record',
    text: `with sent as (update limit_mail set state = 'sent', sent_at = now() where id = any($1::uuid[]) returning id)
           insert into limit_event (mail_id, type) select id, 'sent' from sent`,
    values: [ids],
  });

const done: string[] = [];
let recording: Promise<unknown> = Promise.resolve();
let total = 0;
const flush = () => {
  const ids = done.splice(0, 1000);
  total += ids.length;
  if (ids.length > 0) recording = recording.then(() => record(ids));
};

/** Hands mails over one connection, each with the envelope and `DATA` in one flight. */
function openConnection(): Promise<(mail: Mail) => Promise<void>> {
  return new Promise((ready) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
    let expected = 1;
    let resolve: () => void = () =>
      ready(async (mail) => {
        const links = trackedLinks(mail.id);
        const raw = message.render({
          values: { ...mail },
          links,
          headers: {
            listUnsubscribe: { url: links.unsubscribeUrl },
            from: { name: 'Lane Desk', address: 's@agency.example' },
            to: { address: mail.email },
            messageId: `${mail.id}@agency.example`,
            date,
          },
        });
        await ask(3, `MAIL FROM:<s@agency.example>\r\nRCPT TO:<${mail.email}>\r\nDATA\r\n`);
        await ask(1, dotStuff(raw), '.\r\n');
      });
    const ask = (replies: number, ...parts: (string | Uint8Array)[]) =>
      new Promise<void>((told) => {
        [expected, resolve] = [replies, told];
        socket.cork();
        for (const part of parts) socket.write(part);
        socket.uncork();
      });
    socket.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) expected -= 1;
      if (expected <= 0) resolve();
    });
  });
}

const report = measureSending();
const connections = await Promise.all(Array.from({ length: 20 }, openConnection));
let ahead = claim();
for (;;) {
  const mails = await ahead;
  if (mails.length === 0) break;
  ahead = claim();
  const queue = mails.values();
  await Promise.all(
    connections.map(async (send) => {
      for (const mail of queue) {
        await send(mail);
        done.push(mail.id);
      }
    }),
  );
  flush();
}
flush();
await recording;
report(total);
process.exit();
