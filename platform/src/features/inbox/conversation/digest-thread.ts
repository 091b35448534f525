import { answerInThread } from '#threads';
import { digestHeaders, digestMail } from './digest-mail.ts';
import type { DigestQuestion } from './read-mail-apart.ts';

/** The program of the threads that read mail. */
answerInThread(async ({ raw, part }: DigestQuestion) =>
  part === 'headers' ? digestHeaders(raw) : digestMail(raw, { html: part === 'mail' }),
);
