import type { BrokenRule } from './broken-rules.ts';
import type { ErrorDetail } from './errors.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Said = [rule: BrokenRule, message: string, limit?: number];

/** What the library says where a schema has no words of its own; ours are for people. */
const LIBRARY_WORDS = /^(?:Invalid|Too (?:big|small)|Unrecognized)\b/;
/** What is missing, as the library tells it: the issue itself does not carry what was given. */
const NOTHING_GIVEN = /received (?:undefined|null)$/;
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** What is wrong with a field of an input: which rule it breaks, by how much, and what to do, in words for people. */
export function detailOf(issue: Issue): ErrorDetail {
  const [reason, message, limit] = said(issue);
  return { path: issue.path.join('.'), message, reason, ...(limit !== undefined && { limit }) };
}

function said(issue: Issue): Said {
  switch (issue.code) {
    case 'unrecognized_keys':
      return ['unknown_field', unknown(issue.keys)];
    case 'invalid_type':
      return NOTHING_GIVEN.test(issue.message)
        ? ['required', 'This is required.']
        : ['wrong_kind', `Give ${KINDS[issue.expected] ?? 'another kind of value'}.`];
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'invalid_value':
      return ['not_listed', `Give one of ${issue.values.map(String).join(', ')}.`];
    case 'custom':
      return [issue.params?.['rule'] === 'not_email' ? 'not_email' : 'wrong_form', ownWords(issue)];
    default:
      return ['wrong_form', ownWords(issue)];
  }
}

const ownWords = ({ message }: Issue): string =>
  LIBRARY_WORDS.test(message) ? 'This does not have the form it needs.' : message;

const unknown = (keys: readonly string[]): string =>
  `Unknown field${keys.length > 1 ? 's' : ''}: ${keys.join(', ')}. Remove ${keys.length > 1 ? 'them' : 'it'} or check the spelling.`;

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function tooSmall(origin: string, least: number): Said {
  if (origin === 'string')
    return least === 1
      ? ['required', 'This is required.']
      : ['too_short', `Use ${plural(least, 'character')} or more.`, least];
  if (origin === 'number' || origin === 'int') return ['too_small', `Give ${least} or more.`, least];
  return ['too_few', `Give ${least} or more.`, least];
}

function tooBig(origin: string, most: number): Said {
  if (origin === 'string') return ['too_long', `Use ${plural(most, 'character')} or fewer.`, most];
  if (origin === 'number' || origin === 'int') return ['too_large', `Give ${most} or less.`, most];
  return ['too_many', `Give ${most} or fewer.`, most];
}
