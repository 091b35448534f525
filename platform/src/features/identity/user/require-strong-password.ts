import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fail } from '#kernel';
import { shortestPassword } from './password.ts';

/** Longer ones are judged by their beginning: judging costs more than its length. */
const judged = 64;

/** Of 0 to 4: at least a hundred million tries, for somebody who tries what people choose first. */
const leastScore = 3;

let judge: ZxcvbnFactory | undefined;

/**
 * Ends the act when a password is short, is in lists of common ones, or is made of what is known of the person, of sequences and of
 * repetitions.
 * @throws `user.password_short`, `user.password_common`
 */
export function requireStrongPassword(password: string, about: readonly string[]): void {
  if (password.length < shortestPassword) fail('user.password_short');
  judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: judged });
  if (judge.check(password.slice(0, judged), about.flatMap(partsOf)).score < leastScore) fail('user.password_common');
}

/** An address and a name: whole, before the `@`, and in their words. */
const partsOf = (text: string): string[] =>
  [text, text.split('@')[0] ?? '', ...text.split(/[^\p{L}\p{N}]+/u)].filter((part) => part.length > 2);
