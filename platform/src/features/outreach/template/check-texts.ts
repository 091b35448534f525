import { UNSUBSCRIBE_FIELD } from '@tabard/email';
import { fail } from '#kernel';
import { checkTextsApart } from './read-texts-apart.ts';
import type { TextToCheck } from './text-work.ts';

/** A subject and a body with merge fields. */
export interface MailTexts {
  subject: string;
  body: string;
}

/** The texts of a mail under the paths they have in an input. */
export const textsOf = ({ subject, body }: MailTexts, at = ''): TextToCheck[] => [
  { path: `${at}subject`, kind: 'subject', source: subject },
  { path: `${at}body`, kind: 'html', source: body },
];

/**
 * Compiles texts, apart from the loop that serves, against the fields they may use and gives those they do use.
 * Ends the action with the first problem's code and a detail for each text that is wrong, naming field, place and way out.
 */
export async function checkTexts(
  workspaceId: string,
  texts: readonly TextToCheck[],
  known: readonly string[],
): Promise<string[]> {
  const { used, problems } = await checkTextsApart(workspaceId, texts, [...known, UNSUBSCRIBE_FIELD]);
  const [first] = problems;
  if (first)
    fail(first.code, {
      public: first.message,
      details: problems.map(({ path, message, code, field }) => ({
        path,
        message,
        reason: code,
        ...(field && { name: field }),
      })),
    });
  return used;
}
