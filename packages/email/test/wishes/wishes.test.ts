import { describe, expect, test } from 'vitest';
import { classifySample } from '../../src/classify/build-sample.ts';
import { moreOthers } from './more-others.ts';
import { others } from './others.ts';
import { wishes } from './wishes.ts';

const answer = 'Subject: Re: Offer\nIn-Reply-To: <m@agency.example>';
const judge = async (body: string) => (await classifySample(answer, body)).unsubscribe;
const table = (lists: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lists).flatMap(([kind, bodies]) => bodies.map((body) => [kind, body] as const));

describe('a wish to get no more mail is certain', () => {
  test.each(table(wishes))('%s: %s', async (_, body) => expect(await judge(body)).toBe('certain'));
});

describe('what is no wish, or may be none, unsubscribes nobody', () => {
  test.each(table({ ...others, ...moreOthers }))('%s: %s', async (_, body) =>
    expect(await judge(body)).not.toBe('certain'),
  );
});
