import { fail } from '#kernel';
import { createThreadPool, ThreadFailure } from '#threads';
import type { CheckedTexts, ComposedPreview, PreviewToCompose, TextToCheck } from './text-work.ts';

/** Texts to check, or a preview to compose. */
export type TextQuestion =
  | { texts: readonly TextToCheck[]; fields: readonly string[] | null }
  | { preview: PreviewToCompose };
export type TextAnswer = CheckedTexts | ComposedPreview;

/** Milliseconds for one text: the dearest that the limits let through takes a tenth of it. */
const perTextMs = 10_000;

const threads = createThreadPool<TextQuestion, TextAnswer>({
  program: new URL('text-thread.ts', import.meta.url),
  size: 2,
  memoryMb: 192,
});

/** The last question of each workspace that has one: they come one after the other, so that nobody's flood delays the others. */
const turns = new Map<string, { last: Promise<unknown>; waiting: number }>();
/** Each may hold a transaction open. */
const mostWaiting = 8;

async function ask(workspaceId: string, question: TextQuestion): Promise<TextAnswer> {
  const turn = turns.get(workspaceId) ?? { last: Promise.resolve(), waiting: 0 };
  if (turn.waiting >= mostWaiting) fail('rate_limit.exceeded');
  const deadlineMs = perTextMs * ('texts' in question ? Math.max(1, question.texts.length / 2) : 1);
  const mine = turn.last.catch(() => undefined).then(() => threads.run(question, deadlineMs));
  turns.set(workspaceId, turn);
  turn.last = mine;
  turn.waiting += 1;
  try {
    return await mine;
  } catch (error) {
    if (error instanceof ThreadFailure && error.reason !== 'failed') fail('template.limit_exceeded', { cause: error });
    throw error;
  } finally {
    turn.waiting -= 1;
    if (turn.waiting === 0) turns.delete(workspaceId);
  }
}

/** Checks texts in a thread of its own, against the fields they may use or, with `null`, only whether they can be read. */
export const checkTextsApart = (
  workspaceId: string,
  texts: readonly TextToCheck[],
  fields: readonly string[] | null,
): Promise<CheckedTexts> => ask(workspaceId, { texts, fields }) as Promise<CheckedTexts>; // the answer to this question

/** Composes a preview in a thread of its own. */
export const composePreviewApart = (workspaceId: string, preview: PreviewToCompose): Promise<ComposedPreview> =>
  ask(workspaceId, { preview }) as Promise<ComposedPreview>; // the answer to this question
