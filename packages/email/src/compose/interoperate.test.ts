import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { expect, test } from 'vitest';
import { parseMail } from '../parse/index.ts';
import { compileMessage } from './compile-message.ts';

const headers = {
  from: { name: 'Noör Haddad', address: 'noor@agency.example' },
  to: { name: 'Ana, Client', address: 'ana@client.example' },
  messageId: 'm1@agency.example',
  date: new Date('2026-03-01T09:30:00Z'),
  listUnsubscribe: { url: 'https://t.example/u/1' },
};
const html = '<p>Grüße, {{ first_name }}</p>';
const message = compileMessage({ subject: 'Für {{ first_name }}', html, fields: ['first_name'] });
const raw = message.render({ values: { first_name: 'Ana' }, headers });

test('nodemailer builds the same mail from the same content', async () => {
  const { from, to, messageId, date } = headers;
  const other = new MailComposer({
    from,
    to,
    messageId,
    date,
    subject: 'Für Ana',
    text: 'Grüße, Ana',
    html: '<p>Grüße, Ana</p>',
  });
  const [ours, theirs] = await Promise.all([parseMail(raw), parseMail(await other.compile().build())]);
  const meaning = ({ from, to, subject, date, messageId, text, html }: typeof ours) => ({
    from,
    to,
    subject,
    date,
    messageId,
    text: text.trim(),
    html: html?.trim(),
  });
  expect(meaning(ours)).toEqual(meaning(theirs));
});

test('a DKIM signature over a composed mail verifies', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signer = { signingDomain: 'agency.example', selector: 's', privateKey: key };
  // The typings want the signer at the top, the library reads it from the list.
  const options = { ...signer, canonicalization: 'relaxed/relaxed', signatureData: [signer] };
  const { signatures } = await dkimSign(Buffer.from(raw), options);
  const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  const verdict = await dkimVerify(Buffer.concat([Buffer.from(signatures), raw]), { resolver: async () => [[record]] });
  expect(verdict.results[0]?.status.result).toBe('pass');
});
