import { describe, expect, it } from 'vitest';
import { findTraces, productMark } from './find-traces.ts';

const marks = [productMark];
const count = (text: string) => findTraces(text, marks).length;

describe('a trace is found', () => {
  it.each([
    ['in any case', 'Made with TABARD.'],
    ['inside a class name', 'class TabardError extends Error {}'],
    ['in the name of a package', 'from "@tabard/sdk"'],
    ['in a boundary of a mail', 'boundary="--_tabard_0001"'],
    ['in a Message-ID', 'Message-ID: <1@mail.tabard.example>'],
    ['in a header', 'x-tabard-request: 1'],
    ['in a cookie', 'set-cookie: tabard_session=1; Path=/'],
    ['in a tag', '<tabard-inbox></tabard-inbox>'],
    ['in a custom property', ':root{--tabard-color:#fff}'],
    ['in a key of a store', '{"tabard:theme":"dark"}'],
    ['in the percent signs of an address', 'https://x.example/?from=%54abar%64'],
    ['in a token of a link', `https://x.example/c/${Buffer.from('by tabard, for all').toString('base64url')}`],
    [
      'in a part of a mail that is wrapped',
      Buffer.from(`${'x'.repeat(54)}tabard${'y'.repeat(40)}`)
        .toString('base64')
        .replace(/.{76}/g, '$&\r\n'),
    ],
  ])('%s', (_where, text) => {
    expect(count(text)).toBe(1);
  });
});

it('what only resembles it is none', () => {
  for (const text of ['tab ard', 'a table, hard', 'tabar', '']) expect(count(text)).toBe(0);
});

it('says what stands around it, on one line', () => {
  expect(findTraces('one\ntwo tabard\n three', marks)).toEqual([
    { mark: 'the product', around: 'one two tabard three' },
  ]);
});

it('does not drown in one text', () => {
  const text = Array.from({ length: 1000 }, (_, index) => `${index} tabard`).join('\n'.repeat(100));
  expect(count(text)).toBe(5);
});
