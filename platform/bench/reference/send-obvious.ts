import { Queue, createPostgresBackend, withBackend, type Worker } from 'bullmq';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { compileTemplate } from '@tabard/email';
import { body, measureSending, subject, trackedLinks } from '../fixture/send-report.ts';

/** What one writes first: a job for each lead, a pool of nodemailer, and three statements for each mail. */
const [url = '', port = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 20 });
const transport = nodemailer.createTransport({
  pool: true,
  maxConnections: 20,
  maxMessages: Infinity,
  host: '127.0.0.1',
  port: Number(port),
  ignoreTLS: true,
});
const fields = ['first_name', 'company', 'city'];
const texts = {
  subject: compileTemplate(subject, { kind: 'subject', fields }),
  html: compileTemplate(body, { kind: 'html', fields }),
};
const { rows } = await pool.query<{ id: string }>(`select id from limit_mail where state = 'due'`);
void Queue;
const classes = withBackend(createPostgresBackend);
const connection = { connectionString: url, schema: 'bullmq' };
const queue = new classes.Queue('obvious', { connection });
for (let start = 0; start < rows.length; start += 1000)
  await queue.addBulk(
    rows.slice(start, start + 1000).map(({ id }) => ({ name: 'mail', data: { id }, opts: { removeOnComplete: true } })),
  );

const report = measureSending();
let left = rows.length;
const worker: Worker = new classes.Worker(
  'obvious',
  async (job: { data: { id: string } }) => {
    const { id } = job.data;
    const claimed = await pool.query(
      `update limit_mail set state = 'sending' where id = $1 and state = 'due' returning email, first_name, company, city`,
      [id],
    );
    const lead = claimed.rows[0] as Record<string, string>; // the row that the job is about
    const links = trackedLinks(id);
    const html = texts.html.render(lead);
    await transport.sendMail({
      from: '"Lane Desk" <s@agency.example>',
      to: lead['email'],
      subject: texts.subject.render(lead),
      html: `${html.replace(/href="([^"]+)"/g, (_, url: string) => `href="${links.click(url)}"`)}${links.footerHtml}<img src="${links.openPixel}" width="1" height="1" alt="">`,
      text: `${html.replaceAll('</p>', '\n\n').replaceAll(/<[^>]+>/g, '')}${links.footerText}`,
      list: { unsubscribe: links.unsubscribeUrl },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    await pool.query(`update limit_mail set state = 'sent', sent_at = now() where id = $1`, [id]);
    await pool.query(`insert into limit_event (mail_id, type) values ($1, 'sent')`, [id]);
  },
  { connection, concurrency: 20 },
) as unknown as Worker; // the same class on another store
worker.on('completed', () => {
  left -= 1;
  if (left > 0) return;
  report(rows.length);
  process.exit();
});
