import { domainToASCII } from 'node:url';
import { emailAddress } from '@tabard/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isValidAddress,
  normaliseAddress,
  parseAddress,
  parseAddressList,
  roleAddress,
  suppressionKeyInput,
} from './index.ts';

test('header values are read with names, comments and groups', () => {
  expect(parseAddress('"Béa, Ltd" <bea@example.com>')).toEqual({ name: 'Béa, Ltd', address: 'bea@example.com' });
  expect(parseAddressList('Team: a@example.com, B <b@example.com>;, c@example.com')).toEqual([
    { name: '', address: 'a@example.com' },
    { name: 'B', address: 'b@example.com' },
    { name: '', address: 'c@example.com' },
  ]);
  expect(parseAddress('nobody here')).toBeNull();
});

test.each([
  ['Ruiz, Ana <ana@client.example>', 'Ruiz, Ana'],
  ['Ruiz, Ana, Dr. <ana@client.example>', 'Ruiz, Ana, Dr.'],
  ['Ruiz, "Ana" <ana@client.example>', 'Ruiz, Ana'],
  ['"Ruiz, Ana" <ana@client.example>', 'Ruiz, Ana'],
  ['=?utf-8?Q?Ruiz,_Ana?= <ana@client.example>', 'Ruiz, Ana'],
  ['=?utf-8?Q?Ruiz=2C_Ana?= <ana@client.example>', 'Ruiz, Ana'],
  ['"=?utf-8?Q?Ruiz=2C_Ana?=" <ana@client.example>', 'Ruiz, Ana'],
  ['=?utf-8?Q?Ana_=3Cana=40client=2Eexample=3E?=', 'Ana'],
  ['"Ana <ana@client.example>"', 'Ana'],
  ['Ana <ana@client.example', 'Ana'],
  ['Ana <<ana@client.example>>', 'Ana'],
  ['"Ana <ana@client.example>', 'Ana'],
  ['Ana" <ana@client.example>', 'Ana'],
  ['<ana@client.example> Ana', 'Ana'],
  ['ana@client.example (Ana)', 'Ana'],
  ['Ana ana@client.example', 'Ana'],
  ['Ana <mailto:ana@client.example>', 'Ana'],
  ['Ana [mailto:ana@client.example]', 'Ana'],
  ['Ana <ana @ client.example>', 'Ana'],
  ['Ana <@relay.example,@relay2.example:ana@client.example>', 'Ana'],
  ["Ana <'ana@client.example'>", 'Ana'],
  ['boss@bank.example <ana@client.example>', 'boss@bank.example'],
  ['Sales: Ana <ana@client.example>;', 'Ana'],
  ['Ana (of: Client, Ltd) <ana@client.example>', 'Ana'],
  ['ana@client.example', ''],
  ['mailto:ana@client.example', ''],
])('the sender of "From: %s" is known', (text, name) => {
  expect(parseAddress(text)).toEqual({ name, address: 'ana@client.example' });
});

test('a list keeps its mailboxes apart, whatever stands in their names', () => {
  expect(
    parseAddressList('Ruiz, Ana <a@x.example>, Meyer, Bo <b@x.example>; c@x.example, "D, d" <d@x.example>'),
  ).toEqual([
    { name: 'Ruiz, Ana', address: 'a@x.example' },
    { name: 'Meyer, Bo', address: 'b@x.example' },
    { name: '', address: 'c@x.example' },
    { name: 'D, d', address: 'd@x.example' },
  ]);
  expect(parseAddressList('undisclosed-recipients:;')).toEqual([]);
  expect(parseAddressList('<>')).toEqual([]);
  expect(parseAddressList('a@x.example, '.repeat(3))).toHaveLength(3);
});

test('an address has one form', () => {
  expect(normaliseAddress(' Zoe@Müller.Example ')).toBe('zoe@xn--mller-kva.example');
  expect(normaliseAddress("o'Neil+x@a-b.example.co")).toBe("o'neil+x@a-b.example.co");
});

test.each([
  '',
  'a',
  '@b.example',
  'a@b',
  'a..b@c.example',
  'a@b..example',
  'a b@c.example',
  'a@-b.example',
  'a@b.example/x',
  'a@1.2.3.4',
  'ä@b.example',
  `${'a'.repeat(65)}@b.example`,
  'a@b.example\r\nBcc: c@d.example',
  'a@b@c.example.',
  'a@%62.example',
])('is not an address: %s', (text) => expect(isValidAddress(text)).toBe(false));

test('case, plus-tags and IDN spellings share one suppression key', () => {
  const key = suppressionKeyInput('zoe@xn--mller-kva.example');
  for (const same of ['ZOE@müller.example', 'zoe+news@Müller.example', 'Zoe+a+b@xn--mller-kva.example']) {
    expect(suppressionKeyInput(same)).toBe(key);
  }
  expect(suppressionKeyInput('z.oe@müller.example')).not.toBe(key);
  expect(suppressionKeyInput('broken')).toBeNull();
});

test('role addresses are told from people', () => {
  expect(roleAddress('Info+x@example.com')).toBe('info');
  expect(roleAddress('ines@example.com')).toBeNull();
});

test('the schema of calls takes exactly the addresses that have a form, and no domain means another in another place', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom(
      'a',
      'é',
      '.',
      '@',
      '-',
      ' ',
      'xn--',
      'ß',
      'İ',
      '。',
      '１',
      '%',
      '[::1]',
      'müller',
      'рф',
      'example',
    ),
  );
  const written = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, written, (local, domain) => {
      const address = `${local}@${domain}`;
      const normal = normaliseAddress(address);
      expect(emailAddress.safeParse(address).success).toBe(normal !== null);
      if (normal === null) return;
      expect(normaliseAddress(normal)).toBe(normal);
      expect(normal.slice(normal.indexOf('@') + 1)).toBe(domainToASCII(domain.trim().toLowerCase()));
    }),
    { numRuns: 2000 },
  );
});
