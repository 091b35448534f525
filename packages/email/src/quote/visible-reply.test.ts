import { expect, test } from 'vitest';
import { visibleReply } from './visible-reply.ts';

const header = (line: string) => `Gladly, thank you.\n\n${line}\n> Hi Ana,\n> our offer\n`;

test.each([
  'On Mon, 2 Mar 2026 at 09:30, Noor Haddad <noor@agency.example> wrote:',
  'On Mon, 2 Mar 2026 at 09:30, Noor Haddad\n<noor@agency.example> wrote:',
  'Le lun. 2 mars 2026 à 09:30, Noor Haddad <noor@agency.example> a écrit :',
  'El lun, 2 mar 2026 a las 9:30, Noor Haddad (<noor@agency.example>) escribió:',
  'Am Mo., 2. März 2026 um 09:30 Uhr schrieb Noor Haddad <noor@agency.example>:',
  'Il giorno lun 2 mar 2026 alle ore 09:30 Noor Haddad <noor@agency.example> ha scritto:',
  'Em seg., 2 de mar. de 2026 às 09:30, Noor Haddad <noor@agency.example> escreveu:',
  'Op ma 2 mrt 2026 om 09:30 schreef Noor Haddad <noor@agency.example>:',
  '-----Ursprüngliche Nachricht-----\nVon: Noor Haddad',
  '-----Messaggio originale-----\nDa: Noor Haddad',
  '________________________________\nDe : Noor Haddad <noor@agency.example>',
  'From: Noor Haddad\nSent: Monday, 2 March 2026',
])('the quote is cut off at: %s', (line) => {
  expect(visibleReply(header(line)).reply).toBe('Gladly, thank you.');
  expect(visibleReply(header(line)).quoted).toContain('our offer');
});

test('a mail without quote is all reply', () => {
  expect(visibleReply('First.\n\nSecond.')).toEqual({ reply: 'First.\n\nSecond.', quoted: '' });
  expect(visibleReply('')).toEqual({ reply: '', quoted: '' });
});
