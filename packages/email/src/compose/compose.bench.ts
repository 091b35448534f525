// How fast a compiled step renders, beside nodemailer's build of the same mail: `node src/compose/compose.bench.ts`.
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { compileTemplate } from '../merge/index.ts';
import { compileMessage } from './index.ts';

const fields = ['first_name', 'company'];
const paragraph =
  '<p>Hello {{ first_name | default: "there" }}, a few words on how {{ company }} could save time every week.</p>\n';
const html = `<html><body>${paragraph.repeat(22)}<a href="https://shop.example/?n={{ first_name }}">See</a></body></html>`;
const message = compileMessage({ subject: 'For {{ company }}', html, fields });
const template = compileTemplate('Hi {{ first_name | default: "there" }} of {{ company }}', { kind: 'text', fields });
const from = { name: 'Noor Haddad', address: 'noor@agency.example' };
const to = { name: 'Ana', address: 'ana@client.example' };
const date = new Date('2026-03-01T09:30:00Z');
const values = { first_name: 'Zoë', company: 'Client & Co' };
const links = { click: (_: string, index: number) => `https://t.example/c/${index}`, openPixel: 'https://t.example/o' };
const render = (index: number) =>
  message.render({ values, headers: { from, to, messageId: `m${index}@agency.example`, date }, links });

const size = render(0).length;
report(`compiled mail of ${size} octets`, await rate(200_000, render));
report('merged subject line', await rate(2_000_000, () => template.render(values)));
const parts = { from, to, subject: 'For Client', html, text: html.replace(/<[^>]+>/g, ''), date };
report('nodemailer', await rate(2_000, () => new MailComposer(parts).compile().build()));

async function rate(count: number, act: (index: number) => unknown): Promise<number> {
  for (let index = 0; index < count / 20; index++) await act(index);
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const result = act(index);
    if (result instanceof Promise) await result;
  }
  return (count / (performance.now() - start)) * 1000;
}

function report(name: string, perSecond: number): void {
  console.log(`${name}: ${Math.round(perSecond).toLocaleString('en')}/s`);
}
