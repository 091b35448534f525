import { answerInThread } from '#threads';
import type { TextAnswer, TextQuestion } from './read-texts-apart.ts';
import { checkSources, composePreview } from './text-work.ts';

/** The program of the threads that read templates. */
answerInThread<TextQuestion, TextAnswer>(async (question) =>
  'texts' in question ? checkSources(question.texts, question.fields) : composePreview(question.preview),
);
